import { currentSpeech } from '../language/language.ts'
import { t } from '../language/t.ts'
import { toText } from './json.ts'

/**
 * A FHIR R4 date, dateTime or instant that keeps the precision it was sent with. It is never passed through
 * `new Date(text)`, which would read "2024-05-01" as midnight UTC, the evening before in America (D6).
 *
 * - `calendar`: a year, a month or a day; no time, no zone
 * - `instant`: a time with an offset: one moment
 * - `local`: a time without an offset, which FHIR forbids but servers send: shown as written
 */
export type FhirDate =
  | {
      readonly kind: 'calendar'
      readonly text: string
      readonly precision: 'year' | 'month' | 'day'
      readonly year: number
      /** 1 to 12; undefined at precision `year`. */
      readonly month: number | undefined
      /** 1 to 31; defined only at precision `day`. */
      readonly day: number | undefined
    }
  | {
      readonly kind: 'instant'
      readonly text: string
      readonly epochMs: number
    }
  | {
      readonly kind: 'local'
      readonly text: string
      readonly year: number
      readonly month: number
      readonly day: number
      /** `HH:mm` or `HH:mm:ss`, as written. */
      readonly time: string
    }

/** A day into the year 1000 of UTC, so that it is that year in every zone. */
const EARLIEST = Date.UTC(1000, 0, 2)
const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T((\d\d):(\d\d)(?::(\d\d))?)(\.\d+)?(Z|([+-])(\d\d):(\d\d))?)?)?)?$/

/**
 * Reads a FHIR R4 date, dateTime or instant. Undefined for anything else, and for a day or time that doesn't exist
 * (2024-13-45, February 30, 24:00); the caller decides what to say then.
 */
export function readFhirDate(json: unknown): FhirDate | undefined {
  const text = toText(json)
  const parts = text === undefined ? null : DATE.exec(text)
  if (text === undefined || parts === null) return undefined
  const [, y, mo, d, time, h, mi, s, fraction, offset, sign, offsetHours, offsetMinutes] = parts
  const year = Number(y)
  const month = mo === undefined ? undefined : Number(mo)
  const day = d === undefined ? undefined : Number(d)
  if (!isOnCalendar(year, month, day)) return undefined
  if (time === undefined || month === undefined || day === undefined) {
    const precision = month === undefined ? 'year' : day === undefined ? 'month' : 'day'
    return { kind: 'calendar', text, precision, year, month, day }
  }
  // FHIR allows the leap second :60.
  const isOnClock = Number(h) <= 23 && Number(mi) <= 59 && Number(s ?? 0) <= 60
  if (!isOnClock || (fraction !== undefined && s === undefined)) return undefined
  if (offset === undefined) return { kind: 'local', text, year, month, day, time }
  const east = Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)
  if (Number(offsetMinutes ?? 0) > 59 || east > 14 * 60) return undefined
  const milliseconds = Number((fraction ?? '').slice(1, 4).padEnd(3, '0'))
  const clock = ((Number(h) * 60 + Number(mi)) * 60 + Number(s ?? 0)) * 1000 + milliseconds
  const zone = (sign === '-' ? -east : east) * 60_000
  return { kind: 'instant', text, epochMs: startOfUtcDay(year, month, day) + clock - zone }
}

/** Epoch milliseconds at which the implied interval starts; dates without an offset in the viewer's zone (D6). */
export function startOf(date: FhirDate): number {
  return date.kind === 'instant' ? date.epochMs : onViewersClock(date, 0)
}

/** Epoch milliseconds at which the implied interval is over: the first moment after the year, month or day. */
export function endOf(date: FhirDate): number {
  return date.kind === 'calendar' ? onViewersClock(date, 1) : startOf(date)
}

/** Steps of the date's own precision can be added, such as one month to "2024-05". */
function onViewersClock(date: Exclude<FhirDate, { kind: 'instant' }>, steps: 0 | 1): number {
  const precision = date.kind === 'calendar' ? date.precision : 'day'
  const add = (unit: typeof precision) => (unit === precision ? steps : 0)
  const [hours, minutes, seconds] = date.kind === 'local' ? date.time.split(':').map(Number) : []
  // Not the Date constructor with a year: it takes the years 0 to 99 as 1900 to 1999.
  const start = new Date(2000, 0, 1, hours ?? 0, minutes ?? 0, seconds ?? 0)
  start.setFullYear(
    date.year + add('year'),
    (date.month ?? 1) - 1 + add('month'),
    (date.day ?? 1) + add('day'),
  )
  return start.getTime()
}

/**
 * A date in words, no more precise than it was sent: "2024", "May 2024", "May 1, 2024"; an instant with time and
 * zone of the viewer, since senders reduce theirs to UTC; a time without offset as written, and said so (D6). So is
 * what lies before the year 1000: month and year would read as a day ("May 1"), and 0001 as year 1 before Christ.
 */
export function formatFhirDate(date: FhirDate, locale = currentSpeech().locale): string {
  if (date.kind === 'instant' && date.epochMs < EARLIEST) return date.text
  if (date.kind === 'instant') return formatter(locale, 'instant').format(date.epochMs)
  if (date.kind === 'local')
    return t('{time} (no time zone)', { time: date.text.replace('T', ' ') })
  if (date.precision === 'year' || date.year < 1000) return date.text
  return formatter(locale, date.precision).format(
    startOfUtcDay(date.year, date.month ?? 1, date.day ?? 1),
  )
}

/** Epoch milliseconds of midnight UTC, for counting and formatting calendar days without a zone. */
export function startOfUtcDay(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, day)
}

const dayLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Counted, not asked of a `Date`: a record has some hundred thousand dates. */
function isOnCalendar(year: number, month = 1, day = 1): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = (dayLengths[month - 1] ?? 0) + (isLeap && month === 2 ? 1 : 0)
  return year > 0 && day >= 1 && day <= last
}

const MONTH = { calendar: 'gregory', year: 'numeric', month: 'short', timeZone: 'UTC' } as const
const DAY = { ...MONTH, day: 'numeric' } as const
const FORMATS = {
  month: MONTH,
  day: DAY,
  instant: {
    ...DAY,
    timeZone: undefined,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Formatters are kept: making one costs more than a thousand uses of it. */
function formatter(locale: string, kind: keyof typeof FORMATS): Intl.DateTimeFormat {
  const key = `${kind} ${locale}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, FORMATS[kind])
  formatters.set(key, made)
  return made
}
