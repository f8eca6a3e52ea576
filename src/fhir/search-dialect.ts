import { FhirError } from './fhir-error.ts'
import { isGrave, isRefusal } from './operation-outcome.ts'

/** How a server wants its searches written; what it refuses is learnt from its answers. */
export type SearchDialect = {
  /** `system|code`, or the code alone where the server does not take the system (OBS-01). */
  readonly category: 'token' | 'code'
  /** Whether the newest are asked for first (FHIR R4 `_sort`); helps the first rows, and nothing relies on it (OBS-09). */
  readonly isSorted: boolean
  /** `_count`: results a page; undefined leaves it to the server. */
  readonly count: number | undefined
  /** Whether every status is named, as US Core lets a server demand (OBS-11). */
  readonly namesStatus: boolean
}

/** What every server should take (OBS-10). */
const safeCount = 200

/**
 * Gives how to ask again after `error`; undefined where asking otherwise wouldn't help. A refused parameter that the
 * server's words name is left out; where it gives no words, `_sort` and `_count` are, one after the other. A category
 * that isn't offered is no matter of how it is asked for.
 */
export function nextDialect(used: SearchDialect, error: unknown): SearchDialect | undefined {
  if (!(error instanceof FhirError) || error.failure !== 'rejected' || error.status !== 400)
    return undefined
  if (error.issues.some(isRefusal)) return undefined
  const grave = error.issues.filter(isGrave)
  const words = grave.map(({ text, diagnostics }) => [text, diagnostics].join(' ')).join(' ')
  const isSilent = words.trim() === ''
  const steps: readonly (readonly [boolean, RegExp, Partial<SearchDialect>])[] = [
    [!used.namesStatus, /\bstatus\b/i, { namesStatus: true }],
    [used.isSorted, /_?sort/i, { isSorted: false }],
    [
      used.count !== undefined,
      /count|page size/i,
      { count: (used.count ?? 0) > safeCount ? safeCount : undefined },
    ],
    [used.category === 'token', /categor|system|token|\|/i, { category: 'code' }],
  ]
  // Without words only what nothing depends on is left out: with the system left out, "none" could mean anything.
  const step = steps.find(([isOpen, pattern, change]) =>
    isOpen && isSilent
      ? change.isSorted !== undefined || 'count' in change
      : isOpen && pattern.test(words),
  )
  return step && { ...used, ...step[2] }
}
