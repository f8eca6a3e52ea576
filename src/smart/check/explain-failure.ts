/** A request that failed in a way that whoever sent it can tell; a browser can't. */
export class UnansweredError extends Error {
  /** What happened, as a sentence of ours. */
  readonly words: string
  readonly reason: 'cors' | 'redirect' | 'network'

  constructor(reason: UnansweredError['reason'], words: string, options?: ErrorOptions) {
    super('unanswered', options)
    this.name = 'UnansweredError'
    this.reason = reason
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

/** What to do about an endpoint that brought no answer: where that is all that is known, it is CORS more often than not. */
export function adviseOnFailure(error: unknown, what: string, origin: string): string {
  const reason = error instanceof UnansweredError ? error.reason : undefined
  const allow = `let pages of ${origin} read ${what}: the header Access-Control-Allow-Origin with that origin, or *, on every answer, errors too.`
  switch (reason) {
    case 'network':
      return 'Look at the address, and at the network between here and the server.'
    case 'redirect':
      return 'Write the address that it leads to, if it is the server’s own; else ask whoever runs the server.'
    case 'cors':
      return `Whoever runs the server has to ${allow}`
    case undefined:
      return `Open the address in a tab of its own. If it answers there, whoever runs the server has to ${allow}`
  }
}
