import { formatCount } from '../language/format-count.ts'
import { currentSpeech } from '../language/language.ts'

const formats = {
  time: { hour: 'numeric', minute: '2-digit' },
  day: { year: 'numeric', month: 'short', day: 'numeric' },
  dateAndTime: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const made = new Map<string, Intl.DateTimeFormat>()

function format(kind: keyof typeof formats, at: number): string {
  const { locale } = currentSpeech()
  const name = `${locale} ${kind}`
  const known = made.get(name) ?? new Intl.DateTimeFormat(locale, formats[kind])
  made.set(name, known)
  return known.format(at)
}

/** Writes the time of day of a moment (epoch milliseconds) in the viewer's zone: "10:42 AM". */
export const formatTimeOfDay = (at: number): string => format('time', at)

/** Writes a moment (epoch milliseconds) in full, in the viewer's zone, which it names: "May 1, 2026, 10:42 AM PDT". */
export const formatMoment = (at: number): string => format('dateAndTime', at)

/** Writes the day of a moment (epoch milliseconds) in the viewer's zone: "May 1, 2026". */
export const formatDay = (at: number): string => format('day', at)

/**
 * Makes what writes times and counts, in the language as it is now: the first of them costs as much as drawing half a
 * page, and can be made while a page waits for its server.
 */
export function prepareFormats(): void {
  formatTimeOfDay(0)
  formatCount(0)
}
