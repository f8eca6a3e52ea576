import type { BundlePage } from './bundle.ts'
import { FhirError, type FhirFailure } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import { isGrave, type OutcomeIssue } from './operation-outcome.ts'
import type { ObservationCategory } from './record-status.ts'
import { searchPages, type SearchEnding } from './search-pages.ts'

export type CategoryLoadOptions = {
  readonly request: FhirRequest
  readonly patientId: string
  readonly fhirBase: string
  readonly category: ObservationCategory
  readonly signal: AbortSignal
  readonly maxPages?: number | undefined
  readonly onPage: (page: BundlePage) => void
}

/** How the search of one category ended; only `complete` means that all of it was read. */
export type CategoryEnding =
  | { readonly kind: 'complete' }
  | { readonly kind: 'stopped'; readonly why: Exclude<SearchEnding, 'complete'> }
  | {
      readonly kind: 'refused'
      readonly status: number | undefined
      readonly issues: readonly OutcomeIssue[]
    }
  | {
      readonly kind: 'failed'
      readonly failure: FhirFailure
      readonly status: number | undefined
      readonly issues: readonly OutcomeIssue[]
    }

const everyStatus =
  'registered,preliminary,final,amended,corrected,cancelled,entered-in-error,unknown'

/**
 * The search of one category (OBS-01): always with patient and category, both escaped for a FHIR R4 search
 * (`\`, `$`, `,`, `|`) and for a URL. Relative to the FHIR base; 200 a page, which every server takes (OBS-10).
 */
export function toCategorySearch(patientId: string, { system, code }: ObservationCategory): string {
  const patient = encodeURIComponent(patientId.replace(/[\\$,|]/g, '\\$&'))
  return `Observation?patient=${patient}&category=${encodeURIComponent(`${system}|${code}`)}&_count=200`
}

/**
 * Reads every page of one category and gives how it ended; pages read before a failure stay given (OBS-02).
 * A server that insists on `status` is asked once more with all of them (OBS-11). Rejects only when `signal`
 * aborts, with its reason.
 */
export async function loadCategory(options: CategoryLoadOptions): Promise<CategoryEnding> {
  const url = toCategorySearch(options.patientId, options.category)
  let hasPage = false
  const onPage = (page: BundlePage) => {
    hasPage = true
    options.onPage(page)
  }
  try {
    return await readPages({ ...options, onPage }, url)
  } catch (error) {
    options.signal.throwIfAborted()
    if (hasPage || !isAskingForStatus(error)) return toEnding(error)
  }
  try {
    return await readPages(options, `${url}&status=${everyStatus}`)
  } catch (error) {
    options.signal.throwIfAborted()
    return toEnding(error)
  }
}

async function readPages(options: CategoryLoadOptions, url: string): Promise<CategoryEnding> {
  const pages = searchPages({ ...options, url })
  for (;;) {
    const step = await pages.next()
    if (step.done === true) {
      return step.value === 'complete' ? { kind: 'complete' } : { kind: 'stopped', why: step.value }
    }
    options.onPage(step.value)
    // A search that failed inside a 200 (an expired paging session, say) did not succeed (OBS-08).
    const issues = step.value.issues.filter(isGrave)
    if (issues.length > 0) throw new FhirError('rejected', { issues })
  }
}

/** US Core lets a server insist on `status`, with a 400 that says so. */
function isAskingForStatus(error: unknown): boolean {
  return (
    error instanceof FhirError &&
    error.status === 400 &&
    error.issues.some(
      (issue) => isGrave(issue) && /\bstatus\b/i.test([issue.text, issue.diagnostics].join(' ')),
    )
  )
}

// What Epic and FHIR R4 say when a category isn't offered, or this person may not see it.
const refusalCodes = ['59102', '59111', '4118', '4130', '4131']
const refusalTypes = ['not-supported', 'code-invalid', 'forbidden', 'suppressed']

function toEnding(error: unknown): CategoryEnding {
  // Whatever else was thrown came out of reading the answer.
  if (!(error instanceof FhirError))
    return { kind: 'failed', failure: 'unreadable', status: undefined, issues: [] }
  const { failure, status, issues } = error
  const isRefusal = (issue: OutcomeIssue) =>
    isGrave(issue) &&
    (refusalCodes.includes(issue.code ?? '') || refusalTypes.includes(issue.type ?? ''))
  return failure === 'refused' || (failure === 'rejected' && issues.some(isRefusal))
    ? { kind: 'refused', status, issues }
    : { kind: 'failed', failure, status, issues }
}
