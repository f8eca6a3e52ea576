import { FhirError, type FhirFailure } from './fhir-error.ts'
import { isRefusal, type OutcomeIssue } from './operation-outcome.ts'
import type { StopReason, WalkEnding } from './walk-search.ts'

/** How the load of one category ended; only `complete` means that all the server gives of it was read. */
export type CategoryEnding =
  | {
      readonly kind: 'complete'
      /** Its one page was as full as it could be, or told of a larger number, and no other followed. */
      readonly mayBeMore?: boolean
    }
  | { readonly kind: 'stopped'; readonly why: StopReason; readonly resumeAt: readonly string[] }
  | {
      readonly kind: 'refused' | 'failed'
      readonly failure: FhirFailure
      readonly status: number | undefined
      readonly issues: readonly OutcomeIssue[]
      readonly resumeAt: readonly string[]
    }

/** Says how reading pages ended a category: what the server won't give is refused, anything else failed. */
export function toEnding({ error, stopped, resumeAt }: WalkEnding): CategoryEnding {
  if (error === undefined)
    return stopped === undefined
      ? { kind: 'complete' }
      : { kind: 'stopped', why: stopped, resumeAt }
  // Whatever else was thrown came out of reading the answer.
  if (!(error instanceof FhirError))
    return { kind: 'failed', failure: 'unreadable', status: undefined, issues: [], resumeAt }
  const { failure, status, issues } = error
  const isRefused = failure === 'refused' || (failure === 'rejected' && issues.some(isRefusal))
  return { kind: isRefused ? 'refused' : 'failed', failure, status, issues, resumeAt }
}
