import { t } from '../language/t.ts'
import type { FhirFailure } from './fhir-error.ts'
import { withheldNotice, type OutcomeIssue } from './operation-outcome.ts'

/** A category of Observations as it is asked for (FHIR R4 Observation.category). */
export type ObservationCategory = {
  /** The code, such as `vital-signs`. */
  readonly code: string
  /** The code system's address; empty where the code goes out without one. */
  readonly system: string
  /** What the category is called on the screen, in the language of the page: "Vital signs". */
  readonly title: string
}

/** Names a category among others. */
export const keyOf = ({ system, code }: ObservationCategory) => `${system}|${code}`

/**
 * What became of one category (OBS-02). `count` is always the number of distinct Observations received for it,
 * never `Bundle.total` (OBS-06).
 */
export type CategoryState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading'; readonly count: number }
  | { readonly kind: 'loaded'; readonly count: number }
  | { readonly kind: 'empty' }
  /** 403, or a 400 that says this category isn't offered to this app. */
  | {
      readonly kind: 'refused'
      readonly count: number
      /** HTTP status, where there was an answer. */
      readonly status?: number | undefined
      readonly issues: readonly OutcomeIssue[]
    }
  | {
      readonly kind: 'failed'
      readonly count: number
      readonly failure: FhirFailure
      readonly status?: number | undefined
      readonly issues: readonly OutcomeIssue[]
    }
  /** Stopped before the last page: a loop of next links, the page limit, or a next link without a usable address. */
  | {
      readonly kind: 'stopped'
      readonly count: number
      readonly why: 'loop' | 'page-limit' | 'lost-link'
    }

/** One line of the record status. */
export type CategoryStatus = {
  readonly category: ObservationCategory
  readonly state: CategoryState
  /** What the server said beside the data (OBS-08), in our words; each at most once. */
  readonly notices: readonly string[]
}

/**
 * How much of the results the sign-in released to this app (SCOPE-05).
 *
 * - `as-asked`: nothing says that it is less than what was asked for
 * - `listed`: the categories of the status and no others
 * - `part`: not even those in full; narrowed in a way that isn't by category alone
 * - `none`: no results; the status has no categories
 */
export type Release = 'as-asked' | 'listed' | 'part' | 'none'

/** How many of what was received could not be read, for one reason: "it has no id". */
export type UnreadableCount = { readonly reason: string; readonly count: number }

/** What of the record was and wasn't loaded (PAT-07). */
export type RecordStatus = {
  readonly categories: readonly CategoryStatus[]
  readonly release: Release
  /** When the last page arrived, epoch milliseconds; undefined before the first. */
  readonly asOf: number | undefined
  /** Observations received whose newest version is left out because it names no patient (PAT-02). */
  readonly withoutSubject: number
  /** An Observation of another patient arrived: the whole view is blocked and nothing of the record is shown (PAT-02). */
  readonly foreignSubject: boolean
  /** What could not be read as an Observation, by the load or by the holder of its resources, and why. */
  readonly unreadable: readonly UnreadableCount[]
  /** Observations marked entered-in-error: never data, only counted (D3). */
  readonly enteredInError: number
}

/** Whether a category is waiting or loading. */
export function isPending({ state }: CategoryStatus): boolean {
  return state.kind === 'waiting' || state.kind === 'loading'
}

/** Whether a category is known to be incomplete: refused, failed or stopped. */
export function isIncomplete({ state }: CategoryStatus): boolean {
  return state.kind === 'refused' || state.kind === 'failed' || state.kind === 'stopped'
}

/**
 * Whether the server sent a notice with a category (OBS-08). Any counts: those the app knows all say that something is
 * missing (withheld, incomplete, only a part), and of one it doesn't know nobody can tell that it says anything else.
 */
export function mayBeIncomplete({ notices }: CategoryStatus): boolean {
  return notices.length > 0
}

/** Whether the server said that it holds results of a category back. */
export function isWithheld({ notices }: CategoryStatus): boolean {
  return notices.includes(t(withheldNotice))
}
