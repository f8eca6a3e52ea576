import type { Key } from '../language/catalogue.ts'
import { inSentence } from '../language/in-sentence.ts'
import { key, t } from '../language/t.ts'
import { readAbsentExtension } from '../fhir/absent-reason.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present, toList, toMembers } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import {
  absentParts,
  distinct,
  former,
  isFormer,
  UNREADABLE,
  withoutValue,
  withParts,
  withPeriod,
} from './use-and-period.ts'

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
const NAME = key('Name')
const OTHER_NAME = key('Other name')

/** The parts of a name that may be absent for a reason. */
const PARTS = wordTable(`
  text: full name
  prefix: prefix
  given: given name
  family: family name
  suffix: suffix
`)

/** The names of a person: the one to show, the same with its use and period, and all others. */
export type Names = {
  readonly name: string
  readonly shownName: LabelledText
  readonly otherNames: readonly LabelledText[]
}

/**
 * Reads FHIR R4 Patient.name: shows the usual name, else the official one, else any that is still in use; an earlier
 * name only when there is no other, and then named as such (D9). `now` in epoch milliseconds tells which are over.
 */
export function readNames(json: Json | undefined, now: number): Names {
  const members = toMembers(json)
  const unreadable = members.includes(undefined)
    ? [{ label: t(OTHER_NAME), text: t(UNREADABLE) }]
    : []
  const nameless = present(members).flatMap((name) => {
    const text = withoutValue(name, [...PARTS.keys()])
    return formatName(name) !== undefined || text === undefined
      ? []
      : [{ label: labelOf(name, now, NAME), text: withPeriod(text, name) }]
  })
  const [shown, ...others] = present(members)
    .flatMap((name) => {
      const text = formatName(name)
      return text === undefined ? [] : [{ json: name, text, use: kindOf(name, now) }]
    })
    .toSorted((a, b) => ORDER.indexOf(a.use) - ORDER.indexOf(b.use))
  if (shown === undefined) {
    const [first, ...rest] = [...nameless, ...unreadable]
    const [reason] = present(members.map(reasonOf))
    const words = reason ?? (unreadable.length > 0 ? t(UNREADABLE) : undefined)
    const name =
      words === undefined ? t('Name not given') : t('Name not given ({reason})', { reason: words })
    return { name, shownName: first ?? { label: t(NAME), text: t('not given') }, otherNames: rest }
  }
  const isEarlier = shown.use === 'old' || shown.use === 'maiden'
  return {
    name: isEarlier ? withUse(shown.text, shown.use) : shown.text,
    shownName: lineOf(shown.json, now, NAME),
    otherNames: distinct([
      ...others.map((other) => lineOf(other.json, now, OTHER_NAME)),
      ...nameless,
      ...unreadable,
    ]),
  }
}

/** A HumanName in words: its text, else prefix, given, family, suffix (D9). Undefined when it has none of them. */
export function formatName(name: JsonObject): string | undefined {
  return readText(name.text) ?? joinParts(name)
}

/**
 * All that a HumanName says: its text, its parts where they say more than that, and which of them are absent for a
 * reason. Undefined when it has none of them.
 */
function formatWholeName(name: JsonObject): string | undefined {
  const words = withParts(readText(name.text), joinParts(name))
  return words === undefined ? undefined : [words, ...absentParts(name, PARTS)].join('; ')
}

/** A HumanName on one line, with its use where that isn't the common one: "Leia Organa (name before marriage)". */
export function formatContactName(name: JsonObject, now: number): string | undefined {
  const text = formatWholeName(name)
  if (text === undefined) {
    const absent = withoutValue(name, [...PARTS.keys()])
    return absent === undefined ? undefined : `${t(NAME)}: ${absent}`
  }
  const use = kindOf(name, now)
  const isCommon = use === 'usual' || use === 'official' || use === 'other'
  return withPeriod(isCommon ? text : withUse(text, use), name)
}

function withUse(text: string, use: string): string {
  return `${text} (${inSentence(wordsFor(USES, use) ?? use)})`
}

function joinParts({ prefix, given, family, suffix }: JsonObject): string | undefined {
  const parts = [prefix, given, family, suffix].flatMap(toList).map(readText)
  return readText(present(parts).join(' '))
}

function lineOf(name: JsonObject, now: number, unnamed: Key): LabelledText {
  return {
    label: labelOf(name, now, unnamed),
    text: withPeriod(formatWholeName(name) ?? t(UNREADABLE), name),
  }
}

function reasonOf(name: JsonObject | undefined): string | undefined {
  if (name === undefined) return undefined
  const [reason] = present([
    readAbsentExtension(name),
    ...[...PARTS.keys()].map((member) => readAbsentExtension(name[`_${member}`])),
  ])
  return reason
}

function kindOf(name: JsonObject, now: number): string {
  const use = readText(name.use) ?? 'other'
  if (use !== 'maiden' && isFormer(name, now)) return 'old'
  return USES.has(use) ? use : 'other'
}

/** What a name is: its use in words, or `unnamed`; one that is over keeps its use ("Former official name"). */
function labelOf(name: JsonObject, now: number, unnamed: Key): string {
  const use = readText(name.use)
  const label = use === 'old' ? NAME : (USES.get(use ?? '') ?? (use ? OTHER_NAME : unnamed))
  if (kindOf(name, now) !== 'old') return t(label)
  return former(t(label === OTHER_NAME ? NAME : label))
}
