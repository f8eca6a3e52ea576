import type { Breathe } from './breather.ts'
import type { SearchContext } from './category-pages.ts'
import type { FhirRequest, FhirStream } from './fhir-request.ts'
import type { JsonObject } from './json.ts'
import type { Limiter } from './limiter.ts'
import type { QueryPlan } from './query-plan.ts'
import type { ObservationCategory, RecordStatus } from './record-status.ts'
import type { Sleep } from './retry-while-busy.ts'
import type { ServerAbilities } from './server-abilities.ts'

/** A resource that could not be read, and why: "it has no id". */
export type Unreadable = { readonly id: string; readonly reason: string }

export type RecordLoadOptions = {
  readonly request: FhirRequest
  readonly stream: FhirStream
  /** The id of the session's patient, without `Patient/`. */
  readonly patientId: string
  /** The FHIR base (`iss`) as it was given, with or without a trailing slash. */
  readonly fhirBase: string
  /** What to ask for, by what the server says of itself; at first nothing is known of that. */
  readonly plan: (abilities: ServerAbilities) => QueryPlan
  /** The time in epoch milliseconds. */
  readonly now: () => number
  /**
   * New Observations, or newer versions of ones given before (same id); never another patient's. Those marked
   * entered-in-error are given with that status, to be kept apart (D3). Those without a subject are not given, except to
   * take back one given before: then its id alone with the status entered-in-error. Gives back those that could not be
   * read, so that the counts leave them out.
   *
   * @param fresh ids that came with a category whose load before was whole, and were in none then: they are new
   */
  readonly onResources: (
    resources: readonly JsonObject[],
    fresh: readonly string[],
  ) => readonly Unreadable[]
  /** The status is another now. */
  readonly onChange: () => void
  /** Lets requests run, some at once. */
  readonly limit?: Limiter | undefined
  /** How to wait while the server is busy; tests pass their own. */
  readonly sleep?: Sleep | undefined
  readonly breathe?: Breathe | undefined
}

export type RecordLoad = {
  /** Loads every category; resolves when all have ended, however they did. */
  start(): Promise<void>
  /**
   * Loads one category again, or goes on with it where it stopped or failed, unless it is being loaded; resolves when it
   * has ended. Its Observations stay.
   */
  retry(categoryCode: string): Promise<void>
  /** There is another token: goes on with every category that met, or still meets, a refused one (REF-10). */
  resumeSignedOut(): Promise<void>
  /**
   * Loads everything again. Gives the ids that are not sent any more, and lets go of them; undefined where not every
   * category could be loaded to its end, so that nobody can tell.
   */
  reload(): Promise<readonly string[] | undefined>
  /** Ends all requests; nothing is given or said any more (PAT-04). */
  abort(): void
  /** Ends all requests and lets go of everything, the status too (END-01). */
  close(): void
  readonly status: RecordStatus
  /** Whether a category is waiting or loading; costs next to nothing, where `status` counts all that is held. */
  readonly isPending: boolean
  /** How the server is searched, as far as it has taught it, and for what: to search it again. */
  readonly searches: {
    readonly context: SearchContext
    readonly categories: readonly ObservationCategory[]
  }
  /** Whether an Observation of another patient came: everything has ended, and nothing may be shown (PAT-02). */
  readonly isForeign: boolean
}
