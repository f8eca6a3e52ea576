import { readErrorUri } from './error-uri.ts'
import { repeated, single, type Query } from './query.ts'

/** What the address of the callback page says (RFC 6749 §4.1.2, §4.1.2.1). */
export type AuthorizationResponse =
  /** Opened without an answer (CB-04). */
  | { readonly kind: 'none' }
  /** Neither or both of `code` and `error`, no state, or a parameter twice (CB-03). */
  | { readonly kind: 'malformed'; readonly state: string | undefined }
  | {
      readonly kind: 'code'
      readonly state: string
      readonly code: string
      readonly iss: string | undefined
    }
  | {
      readonly kind: 'error'
      readonly state: string
      readonly iss: string | undefined
      readonly error: string
      readonly description: string | undefined
      readonly errorUri: string | undefined
    }

const parameters = ['code', 'error', 'state']

/** Reads the answer; nothing of it is believed before the transaction of its `state` is found (CB-01). */
export function readAuthorizationResponse(query: Query): AuthorizationResponse {
  if (!parameters.some((name) => query.has(name))) return { kind: 'none' }
  const state = single(query, 'state')
  const code = single(query, 'code')
  const error = single(query, 'error')
  const isMalformed =
    repeated(query).length > 0 || state === undefined || query.has('code') === query.has('error')
  if (isMalformed) return { kind: 'malformed', state }
  const iss = single(query, 'iss')
  if (code !== undefined) return { kind: 'code', state, code, iss }
  if (error === undefined) return { kind: 'malformed', state }
  return {
    kind: 'error',
    state,
    iss,
    error: error.slice(0, 60),
    description: single(query, 'error_description')?.slice(0, 300),
    errorUri: readErrorUri(single(query, 'error_uri')),
  }
}
