import type { ReadAgainOptions } from '../fhir/read-again.ts'

/** Up to so many results are read one by one, where that is allowed. */
export const mostById = 50

/** What a record store lends for reading what it holds once more, by the same rules. */
export type AgainAccess = Pick<ReadAgainOptions, 'stream' | 'limit' | 'signal'> & {
  readonly searches: () => ReadAgainOptions['searches']
  /** Whether single resources of a type may be read (SCOPE-01). */
  readonly mayRead: (type: 'Observation' | 'Patient') => boolean
  /** Something of another patient came: nothing may be shown any more (PAT-02). */
  readonly onForeign: () => void
}
