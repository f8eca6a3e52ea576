/** A stretch of time from `start` up to, not including, `end`, in milliseconds since 1970 UTC. */
export type Period = { readonly start: number; readonly end: number }

const dayMs = 86_400_000
const pattern =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/

/**
 * The time a FHIR date, dateTime or instant covers, by its own precision (FHIR R4 search §3.1.1.4.5): "2019" is the
 * whole year. A time without an offset counts as UTC. Undefined for what is no date.
 */
export function toPeriod(text: string | undefined): Period | undefined {
  const match = pattern.exec(text ?? '')
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, fraction, zone] = match
  if (year === undefined) return undefined
  if (month === undefined) return { start: Date.UTC(+year, 0), end: Date.UTC(+year + 1, 0) }
  if (day === undefined) {
    return { start: Date.UTC(+year, +month - 1), end: Date.UTC(+year, +month) }
  }
  if (hour === undefined || minute === undefined) {
    const start = Date.UTC(+year, +month - 1, +day)
    return { start, end: start + dayMs }
  }
  const start = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}${fraction ?? ''}${zone ?? 'Z'}`,
  )
  if (Number.isNaN(start)) return undefined
  if (fraction !== undefined) return { start, end: start + 1 }
  return { start, end: start + (second === undefined ? 60_000 : 1000) }
}

/**
 * Whether a resource's time fits one value of a date search parameter, prefix and all (FHIR R4 search §3.1.1.4.5).
 * Undefined when the value is no date; a resource without a time fits nothing.
 */
export function matchesDate(resource: Period | undefined, value: string): boolean | undefined {
  const [, prefix = 'eq', text] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.+)$/.exec(value) ?? []
  const asked = toPeriod(text)
  if (asked === undefined) return undefined
  if (resource === undefined) return false
  const isWithin = resource.start >= asked.start && resource.end <= asked.end
  switch (prefix) {
    case 'eq':
      return isWithin
    case 'ne':
      return !isWithin
    case 'gt':
      return resource.end > asked.end
    case 'lt':
      return resource.start < asked.start
    case 'ge':
      return resource.end > asked.end || isWithin
    case 'le':
      return resource.start < asked.start || isWithin
    case 'sa':
      return resource.start >= asked.end
    case 'eb':
      return resource.end <= asked.start
    default:
      return resource.start < asked.end + dayMs && resource.end > asked.start - dayMs
  }
}
