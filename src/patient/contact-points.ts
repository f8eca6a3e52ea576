import { key, t } from '../language/t.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { present } from '../fhir/json.ts'
import { readText } from '../fhir/text.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import type { LabelledText } from './patient.ts'
import {
  distinct,
  former,
  isFormer,
  readLines,
  withoutValue,
  withPeriod,
} from './use-and-period.ts'

const SYSTEMS = wordTable(`
  phone: Phone
  fax: Fax
  email: Email
  pager: Pager
  url: Web address
  sms: Text message
  other: Contact
`)

const USES = wordTable(`
  home: home
  work: work
  temp: temporary
  mobile: mobile
`)

/**
 * Reads FHIR R4 Patient.telecom with use, rank and period: "Phone (mobile, preferred)". What is in use comes first, by
 * rank. One without a value says why, or that there is none (D9).
 */
export function readTelecom(json: Json | undefined, now: number): LabelledText[] {
  const points = readLines(json, key('Contact'), (point) => {
    const text = readText(point.value) ?? withoutValue(point, ['value'])
    if (text === undefined) return []
    const isOver = isFormer(point, now)
    const label = labelOf(point, isOver)
    const order = isOver ? Infinity : rankOf(point)
    return [{ label: isOver ? former(label) : label, text: withPeriod(text, point), order, isOver }]
  })
  return distinct(byOrder(points))
}

/** A line with its place: what is over comes last, a lower `order` first. */
type PlacedLine = LabelledText & { readonly order?: number; readonly isOver?: boolean }

/** Sorts lines by their place, and leaves them in the order sent where that is equal. */
export function byOrder(lines: readonly PlacedLine[]): LabelledText[] {
  return lines
    .toSorted(
      (a, b) => Number(a.isOver ?? false) - Number(b.isOver ?? false) || compare(a.order, b.order),
    )
    .map(({ label, text }) => ({ label, text }))
}

function compare(a = Infinity, b = Infinity): number {
  return a === b ? 0 : a - b
}

function labelOf(point: JsonObject, isOver: boolean): string {
  const code = readText(point.system)
  const use = point.use === 'old' ? undefined : readText(point.use)
  const known = wordsFor(SYSTEMS, code)
  const details = present([
    known === undefined ? code : undefined,
    wordsFor(USES, use) ?? use,
    rankOf(point) === 1 && !isOver ? t('preferred|of several phone numbers') : undefined,
  ])
  const label = known ?? t('Contact')
  return details.length === 0 ? label : `${label} (${details.join(', ')})`
}

/** FHIR R4 ContactPoint.rank: 1 is the most preferred; none comes after all others. */
function rankOf({ rank }: JsonObject): number {
  const number = typeof rank === 'number' || typeof rank === 'string' ? Number(rank) : NaN
  return Number.isInteger(number) && number > 0 ? number : Infinity
}
