import { t } from '../../language/t.ts'

/**
 * What kept an answer from whoever asked:
 *
 * - `policy`: this site's own Content-Security-Policy; nothing was sent
 * - `preflight`: the server, asked by OPTIONS, doesn't let the request through
 * - `cors`: it was answered, but a page of this origin may not read it
 * - `redirect`: the answer is a redirect, which isn't followed
 * - `network`: there was no answer
 */
export type UnansweredReason = 'policy' | 'preflight' | 'cors' | 'redirect' | 'network'

/** A request that failed in a way that whoever sent it can tell; of a browser's own, only `policy` can be told. */
export class UnansweredError extends Error {
  /** What happened, as a sentence of ours. */
  readonly words: string
  readonly reason: UnansweredReason

  constructor(reason: UnansweredReason, words: string, options?: ErrorOptions) {
    super('unanswered', options)
    this.name = 'UnansweredError'
    this.reason = reason
    this.words = words
  }
}

/** Why a request brought no answer, as far as that is known. */
export const reasonOf = (error: unknown): UnansweredReason | undefined =>
  error instanceof UnansweredError ? error.reason : undefined

/**
 * Says why a request brought no answer. A browser keeps that from the page on purpose, so all that may have happened is
 * named. Never the error's own message: that may come from outside.
 */
export function explainFailure(error: unknown): string {
  if (error instanceof UnansweredError) return error.words
  if (error instanceof Error && error.name === 'TimeoutError')
    return t('No answer within 15 seconds.')
  return t(
    'No answer that this page may read: blocked by CORS or by this site’s own Content-Security-Policy, a redirect, a wrong address, or not reachable from this network. The browser doesn’t say which.',
  )
}

/** What to do about an endpoint that brought no answer: where that is all that is known, it is CORS more often than not. */
export function adviseOnFailure(error: unknown, what: string, origin: string): string {
  switch (reasonOf(error)) {
    case 'policy':
      return t(
        'Make the headers anew (npm run headers), and let this site’s host send them with every page; the server is not to blame.',
      )
    case 'network':
      return t('Look at the address, and at the network between here and the server.')
    case 'redirect':
      return t(
        'Write the address that it leads to, if it is the server’s own; else ask whoever runs the server.',
      )
    case 'preflight':
    case 'cors':
      return t(
        'Whoever runs the server has to let pages of {origin} read {what}: the header Access-Control-Allow-Origin with that origin, or *, on every answer, errors too.',
        { origin, what },
      )
    case undefined:
      return t(
        'Open the address in a tab of its own. If it answers there, whoever runs the server has to let pages of {origin} read {what}: the header Access-Control-Allow-Origin with that origin, or *, on every answer, errors too.',
        { origin, what },
      )
  }
}
