import type { LoadedIds } from '../panel.ts'

/**
 * What a file of results says beside them, so that nobody takes it for more than it is (PAT-07): whose they are, where
 * they are from, and what was missing.
 */
export type ExportFacts = {
  /** Whether a server gave them, or they are made up, or of files that somebody opened. */
  readonly source: 'server' | 'sample' | 'files'
  readonly serverName: string
  /** The FHIR base of the server. */
  readonly issuer: string
  readonly patientId: string
  /** Who that is, in words. */
  readonly patient: string
  /** When that person was born at the earliest, epoch milliseconds, where it is known. */
  readonly bornAt: number | undefined
  /** Of all that was received, once nothing more may come: by it a panel says what of it was not. */
  readonly received: LoadedIds | undefined
  /** When the last of the results was received, epoch milliseconds; undefined before the first. */
  readonly asOf: number | undefined
  /** When the file is made, epoch milliseconds. */
  readonly madeAt: number
  /** Whether all that was asked for was received, as far as anyone can tell. */
  readonly isComplete: 'yes' | 'no' | 'not certain'
  /** What was missing or may be, a sentence each, the summary first; never empty. */
  readonly completeness: readonly string[]
  /** What is taken, in words, a sentence each: "12 of 340 results", "Category: Laboratory". */
  readonly selection: readonly string[]
}
