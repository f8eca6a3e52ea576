/** A request that failed in a way that whoever sent it can tell; a browser can't. */
export class UnansweredError extends Error {
  /** What happened, as a sentence of ours. */
  readonly words: string

  constructor(words: string, options?: ErrorOptions) {
    super('unanswered', options)
    this.name = 'UnansweredError'
    this.words = words
  }
}

/**
 * Says why a request brought no answer. A browser keeps that from the page on purpose, so all that may have happened is
 * named. Never the error's own message: that may come from outside.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof UnansweredError) return error.words
  if (error instanceof Error && error.name === 'TimeoutError') return 'No answer within 15 seconds.'
  return 'No answer that this page may read: blocked by CORS, a redirect, a wrong address, or not reachable from this network. The browser doesn’t say which.'
}

/** What to do about an endpoint that can't be read, which is CORS more often than anything else. */
export const corsAdvice = (what: string, origin: string) =>
  `Open the address in a tab of its own. If it answers there, whoever runs the server has to let pages of ${origin} read ${what}: the header Access-Control-Allow-Origin with that origin, or *, on every answer, errors too.`
