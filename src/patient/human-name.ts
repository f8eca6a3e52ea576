import { readAbsentExtension } from '../fhir/absent-reason.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toMembers } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import { distinct, isFormer, UNREADABLE, withPeriod } from './use-and-period.ts'

/** The uses of a name in the order of preference to show (US Core Patient, D9); earlier names come last. */
const USES = wordTable(`
  usual: Usual name
  official: Official name
  other: Other name
  nickname: Nickname
  temp: Temporary name
  anonymous: Anonymous name
  old: Former name
  maiden: Name before marriage
`)
const ORDER = [...USES.keys()]

/** The names of a person: the one to show and all others with their use and period. */
export type Names = { readonly name: string; readonly otherNames: LabelledText[] }

/**
 * Reads FHIR R4 Patient.name: shows the usual name, else the official one, else any that is still in use; an earlier
 * name only when there is no other, and then named as such (D9). `now` in epoch milliseconds tells which are over.
 */
export function readNames(json: Json | undefined, now: number): Names {
  const members = toMembers(json)
  const isBroken = members.includes(undefined)
  const names = present(members)
    .flatMap((name) => {
      const text = formatName(name)
      return text === undefined ? [] : [{ json: name, text, use: useOf(name, now) }]
    })
    .toSorted((a, b) => ORDER.indexOf(a.use) - ORDER.indexOf(b.use))
  const [shown, ...others] = names
  if (shown === undefined) {
    const [reason = isBroken ? UNREADABLE : undefined] = present(members.map(readAbsentExtension))
    return { name: `Name not given${reason === undefined ? '' : ` (${reason})`}`, otherNames: [] }
  }
  const isEarlier = shown.use === 'old' || shown.use === 'maiden'
  return {
    name: isEarlier ? `${shown.text} (${labelOf(shown.use).toLowerCase()})` : shown.text,
    otherNames: distinct([
      ...others.map(({ json: name, text, use }) => ({
        label: labelOf(use),
        text: withPeriod(text, name),
      })),
      ...(isBroken ? [{ label: 'Other name', text: UNREADABLE }] : []),
    ]),
  }
}

/** A HumanName in words: its text, else prefix, given, family, suffix (D9). Undefined when it has none of them. */
export function formatName(name: JsonObject): string | undefined {
  const { prefix, given, family, suffix } = name
  const parts = [prefix, given, family, suffix].flatMap(toList).map(readText)
  return readText(name.text) ?? readText(present(parts).join(' '))
}

function useOf(name: JsonObject, now: number): string {
  const use = readText(name.use) ?? 'other'
  if (use !== 'maiden' && isFormer(name, now)) return 'old'
  return USES.has(use) ? use : 'other'
}

function labelOf(use: string): string {
  return wordsFor(USES, use) ?? 'Other name'
}
