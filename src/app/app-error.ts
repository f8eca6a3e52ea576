/** What can go wrong inside the app itself, beside launch, session and configuration. */
export type AppFailure =
  /** An address inside the app that leads nowhere. */
  | 'not-found'
  /** The server answered with another patient's data: nothing of the record is shown (PAT-01, PAT-02). */
  | 'wrong-patient'
  /** The server points to another record in place of the session's own: nothing of it is shown (PAT-01). */
  | 'record-merged'

/** The one error of `src/app`. */
export class AppError extends Error {
  readonly failure: AppFailure

  constructor(failure: AppFailure) {
    super(`App: ${failure}`)
    this.name = 'AppError'
    this.failure = failure
  }
}
