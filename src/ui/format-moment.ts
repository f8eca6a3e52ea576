const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const day = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' })
const dateAndTime = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
})

/** Writes the time of day of a moment (epoch milliseconds) in the viewer's zone: "10:42 AM". */
export function formatTimeOfDay(at: number): string {
  return time.format(at)
}

/** Writes a moment (epoch milliseconds) in full, in the viewer's zone, which it names: "May 1, 2026, 10:42 AM PDT". */
export function formatMoment(at: number): string {
  return dateAndTime.format(at)
}

/** Writes the day of a moment (epoch milliseconds) in the viewer's zone: "May 1, 2026". */
export function formatDay(at: number): string {
  return day.format(at)
}
