import type { JsonObject } from '../fhir/json.ts'
import { toMembers } from '../fhir/json.ts'
import { endOf } from '../fhir/fhir-date.ts'
import { formatPeriod, readPeriod } from '../fhir/period.ts'
import type { LabelledText } from './patient.ts'

/** Said in place of what stands in a list of a Patient and can't be read: it is there, so it is not left out. */
export const UNREADABLE = "sent in a form this app can't read"

/** Reads each member of a list, or a single one in its place; one that is no object says so, under `label`. */
export function readLines(
  json: unknown,
  label: string,
  read: (member: JsonObject) => LabelledText[],
): LabelledText[] {
  return toMembers(json).flatMap((member) =>
    member === undefined ? [{ label, text: UNREADABLE }] : read(member),
  )
}

/** `text` with the period it holds for, where one is given: "Peter Windsor (until 2002)" (FHIR R4 HumanName.period). */
export function withPeriod(text: string, element: JsonObject): string {
  const period = readPeriod(element.period)
  return period === undefined ? text : `${text} (${formatPeriod(period)})`
}

/** Whether an element has ended: `use` is old, or its period ended before `now` (epoch milliseconds; US Core Patient). */
export function isFormer(element: JsonObject, now: number): boolean {
  const end = readPeriod(element.period)?.end
  // A period that ends on a day, in a month or a year includes all of it (FHIR R4 Period.end).
  return element.use === 'old' || (end !== undefined && endOf(end) <= now)
}

/** Puts a word before a label, in one case: "Former" and "Home address" make "Former home address". */
export function former(label: string): string {
  return `Former ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** Leaves out lines that say the same twice. */
export function distinct(lines: readonly LabelledText[]): LabelledText[] {
  return lines.filter(
    ({ label, text }, at) =>
      lines.findIndex((one) => one.label === label && one.text === text) === at,
  )
}
