import type { DateWindow } from './date-windows.ts'
import type { ObservationCategory } from './record-status.ts'
import type { SearchDialect } from './search-dialect.ts'

const everyStatus =
  'registered,preliminary,final,amended,corrected,cancelled,entered-in-error,unknown'

/** Rows of a first page: what a screen shows, and a little more. */
const headCount = 50

/** What of a category is asked for: a small first page, all of it, a span of time, or one for the number of all. */
export type SearchPart =
  | { readonly kind: 'head' }
  | { readonly kind: 'all' }
  | { readonly kind: 'one' }
  | { readonly kind: 'window'; readonly window: DateWindow }

/**
 * The search of one category (OBS-01): always with patient and category, both escaped for a FHIR R4 search
 * (`\`, `$`, `,`, `|`) and for a URL, so that each stays one value (PAT-03). Relative to the FHIR base.
 */
export function toCategorySearch(
  patientId: string,
  { system, code }: ObservationCategory,
  dialect: SearchDialect,
  part: SearchPart,
): string {
  const escape = (value: string) =>
    encodeURIComponent(value.replaceAll(/[\\$,|]/g, String.raw`\$&`))
  const isToken = dialect.category === 'token' && system !== ''
  const category = isToken ? encodeURIComponent(`${system}|${code}`) : escape(code)
  const count = pageLength(dialect, part)
  return [
    `Observation?patient=${escape(patientId)}`,
    `category=${category}`,
    ...(dialect.namesStatus ? [`status=${everyStatus}`] : []),
    ...(part.kind === 'head' && dialect.isSorted ? ['_sort=-date'] : []),
    ...(part.kind === 'window' ? toDates(part.window) : []),
    ...(count === undefined ? [] : [`_count=${count}`]),
  ].join('&')
}

/** How many results a page is asked to hold; undefined where that is left to the server. */
export function pageLength({ count }: SearchDialect, part: SearchPart): number | undefined {
  if (count === undefined) return undefined
  if (part.kind === 'one') return 1
  return part.kind === 'head' ? Math.min(count, headCount) : count
}

/** FHIR R4 search prefixes: a result whose time touches two windows comes in both. */
function toDates({ from, before }: DateWindow): string[] {
  return [
    ...(from === undefined ? [] : [`date=ge${from}`]),
    ...(before === undefined ? [] : [`date=lt${before}`]),
  ]
}
