import type { Key } from '../language/catalogue.ts'
import { inSentence } from '../language/in-sentence.ts'
import { key, t } from '../language/t.ts'
import { readAbsentExtension } from '../fhir/absent-reason.ts'
import type { JsonObject } from '../fhir/json.ts'
import { isPresent, present, toMembers, toObject } from '../fhir/json.ts'
import { endOf } from '../fhir/fhir-date.ts'
import { formatPeriod, readPeriod } from '../fhir/period.ts'
import type { WordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'

/** Said in place of what stands in a list of a Patient and can't be read: it is there, so it is not left out. */
export const UNREADABLE = key("sent in a form this app can't read")

/** Reads each member of a list, or a single one in its place; one that is no object says so, under `label`. */
export function readLines(
  json: unknown,
  label: Key,
  read: (member: JsonObject) => LabelledText[],
): LabelledText[] {
  return toMembers(json).flatMap((member) =>
    member === undefined ? [{ label: t(label), text: t(UNREADABLE) }] : read(member),
  )
}

/** Said of an element that has a use or a type, but neither a value nor a reason for its absence. */
export const NO_VALUE = key('no value given')

/** Said in place of an element whose modifiers may turn its meaning around (FHIR R4 §2.1.0.10, D8). */
export const MODIFIED = key("contains information this app can't interpret; see the chart")

/**
 * `text` with the period it holds for, where one is given: "Peter Windsor (until 2002)" (FHIR R4 HumanName.period). Half
 * of a period would say something else, so one that can't be read in full says only that.
 */
export function withPeriod(text: string, element: JsonObject): string {
  const period = readPeriod(element.period)
  // Behind the last of several lines it would seem to be that line's.
  const gap = text.includes('\n') ? '\n' : ' '
  if (period !== undefined) return `${text}${gap}(${formatPeriod(period)})`
  const sent = toObject(element.period)
  const isBroken = sent === undefined ? element.period : (sent.start ?? sent.end)
  return isPresent(isBroken) ? `${text}${gap}${t("(for a period that can't be read)")}` : text
}

/**
 * What to say of an element that has none of its `members`, such as the value of a phone number: the reason it or one
 * of them gives (FHIR R4 extension data-absent-reason, D5), that it can't be read, or that it is missing. Undefined
 * for an element that says nothing at all.
 */
export function withoutValue(element: JsonObject, members: readonly string[]): string | undefined {
  const [reason] = present([
    readAbsentExtension(element),
    ...members.map((member) => readAbsentExtension(element[`_${member}`])),
  ])
  if (reason !== undefined) return notGiven(reason)
  if (members.some((member) => isPresent(element[member]))) return t(UNREADABLE)
  const says = Object.keys(element).some((key) => key !== 'id' && isPresent(element[key]))
  return says ? t(NO_VALUE) : undefined
}

/** Says of what isn't given why that is. */
export function notGiven(reason: string): string {
  return t('not given ({reason})', { reason })
}

/** The parts of an element that are absent for a reason, in words: "postal code not given (withheld)". */
export function absentParts(element: JsonObject, parts: WordTable): string[] {
  return [...parts].flatMap(([member, words]) => {
    const reason = readAbsentExtension(element[`_${member}`])
    return reason === undefined
      ? []
      : [t('{part} not given ({reason})', { part: t(words), reason })]
  })
}

/**
 * A text beside the parts that it was sent with: only the text when it holds all their words, in whatever order, else
 * both, so that neither is lost.
 */
export function withParts(text: string | undefined, parts: string | undefined): string | undefined {
  if (text === undefined || parts === undefined) return text ?? parts
  const words = new Set(wordsOf(text))
  return wordsOf(parts).every((word) => words.has(word))
    ? text
    : t('{text} (in parts: {parts})', { text, parts })
}

const wordsOf = (text: string) => text.toLowerCase().split(/[\s,.;]+/)

/** Whether an element has ended: `use` is old, or its period ended before `now` (epoch milliseconds; US Core Patient). */
export function isFormer(element: JsonObject, now: number): boolean {
  const end = readPeriod(element.period)?.end
  // A period that ends on a day, in a month or a year includes all of it (FHIR R4 Period.end).
  return element.use === 'old' || (end !== undefined && endOf(end) <= now)
}

/** Puts a word before a label, in one case: "Former" and "Home address" make "Former home address". */
export function former(label: string): string {
  return t('Former {label}', { label: inSentence(label) })
}

/** Leaves out lines that say the same twice. */
export function distinct(lines: readonly LabelledText[]): LabelledText[] {
  return lines.filter(
    ({ label, text }, at) =>
      lines.findIndex((one) => one.label === label && one.text === text) === at,
  )
}
