import { createContext } from 'react'
import type { ExportFacts } from '../../../observations/export/export-facts.ts'
import type { Observation } from '../../../observations/observation.ts'

/** What of a view can be taken away. */
export type Taken = {
  /** Stands in the name of the file. */
  readonly from: 'overview' | 'results' | 'flowsheet' | 'trend' | 'result'
  /** Exactly what is on the screen, in its order; asked for when something is taken. */
  readonly observations: () => readonly Observation[]
  /** What was chosen, in words: "Category: Laboratory". */
  readonly words: readonly string[]
  /** Whether paper gets a plain table of all of it, as where the view shows only rows in sight, or the view itself. */
  readonly print: 'list' | 'view'
}

/** How a Bundle is made: one request a result, or searches of whole categories. */
export type BundlePlan =
  { readonly kind: 'one-by-one' } | { readonly kind: 'by-search'; readonly categories: number }

/** A Bundle that was made, as pieces of its text, and what had to be said of it, a sentence each; none where all is well. */
export type MadeBundle = {
  readonly pieces: readonly string[]
  readonly problems: readonly string[]
}

/** What makes files of the record; the app lends it to the views, which see neither token nor resource. */
export type TakeAwayDesk = {
  /** Whether the record comes from a file or the app itself, not from a server. */
  readonly isLocal: boolean
  /** Facts for a file that holds what these words say. */
  readonly facts: (selection: readonly string[]) => Promise<ExportFacts>
  readonly planBundle: (count: number) => BundlePlan
  /**
   * Reads the results again and makes a Bundle of them. Undefined where another patient's came, so that nothing may be
   * shown any more; rejects only with the signal's reason.
   */
  readonly makeBundle: (
    observations: readonly Observation[],
    facts: ExportFacts,
    onProgress: (count: number) => void,
    signal: AbortSignal,
  ) => Promise<MadeBundle | undefined>
}

/** Undefined where there is nothing to be taken away, as in the tests of a view. */
export const TakeAwayContext = createContext<TakeAwayDesk | undefined>(undefined)
