import { ready } from 'fhirclient/lib/smart.js'
import { canonicalIssuer } from '../config/issuer-address.ts'
import type { ServerConfig } from '../config/server-config.ts'
import { readAuthorizationResponse, type AuthorizationResponse } from './authorization-response.ts'
import { claim } from './claim.ts'
import { connectAhead } from './connect-ahead.ts'
import { findContextPatient } from './context-patient.ts'
import { createAdapter } from './fhirclient-adapter.ts'
import { fetchKeys } from './id-token.ts'
import { identifyUser } from './identify-user.ts'
import { createSession, type SignInResult } from './new-session.ts'
import type { PendingSession } from './pending-session.ts'
import type { Query } from './query.ts'
import { allowsPatientSearch, readScopes } from './scopes.ts'
import { discardAbandonedSessions } from './session-lock.ts'
import { keepSession, type StoredSession } from './session-store.ts'
import { readSignedInAs } from './signed-in-as.ts'
import { isSmartError, SmartError } from './smart-error.ts'
import type { TokenResponse } from './token-response.ts'
import { takeTransaction, type Transaction } from './transaction.ts'

/** The address the answer came to: `origin` and path, without query, and the query apart. */
export type Callback = { readonly address: string; readonly query: Query }

/** What a sign-in came to. */
export type SignedIn =
  /** A new session, and the view that it goes back to where it follows one of the same patient. */
  | { readonly kind: 'session'; readonly stored: StoredSession; readonly route: string | undefined }
  /** No patient, where whoever signed in may look for one (TOK-08). */
  | { readonly kind: 'choice'; readonly pending: PendingSession }

/**
 * Turns the server's answer into a session (SMART App Launch 2.2, A5 to A9). The caller has taken the query out of
 * the address bar by then (CB-05).
 *
 * In this order: state before anything else in the answer (CB-01), its transaction used up (CB-02), the answer at
 * the right address and from the right server (MIX-01, MIX-02), then the code is exchanged once, and the id_token
 * verified before anything may be shown. The session gets a new id (CB-09).
 *
 * `servers` are the configured ones; the exchange doesn't wait for them, as the transaction was begun with them a moment
 * ago, but what it gives is thrown away where the server is configured no more. `onExchange` is called once the code has
 * been sent: while the server works, the page has time for other things.
 *
 * @throws {SmartError}
 * @throws what `servers` rejects with
 */
export async function completeSignIn(
  callback: Callback,
  servers: Promise<readonly ServerConfig[]>,
  appRoot: URL,
  onExchange: () => void = () => {},
): Promise<SignedIn> {
  const answer = readAuthorizationResponse(callback.query)
  if (answer.kind === 'none') throw new SmartError('callback-empty')
  const transaction =
    answer.state === undefined ? undefined : takeTransaction(answer.state, Date.now())
  if (answer.kind === 'malformed')
    throw new SmartError('callback-malformed', { launch: transaction?.launch })
  if (!transaction || !(await claim(`${transaction.state}:response`)))
    throw new SmartError('transaction-unknown')
  try {
    return await redeem(answer, transaction, callback, servers, appRoot, onExchange)
  } catch (error) {
    throw withLaunch(error, transaction)
  }
}

type Answer = Extract<AuthorizationResponse, { kind: 'code' | 'error' }>

async function redeem(
  answer: Answer,
  transaction: Transaction,
  callback: Callback,
  servers: Promise<readonly ServerConfig[]>,
  appRoot: URL,
  onExchange: () => void,
): Promise<SignedIn> {
  checkOrigin(answer, transaction, callback)
  if (answer.kind === 'error')
    throw new SmartError('authorization-refused', {
      code: answer.error,
      serverText: answer.description,
      errorUri: answer.errorUri,
    })
  const keys = fetchKeys(transaction.jwksUri)
  const at = Date.now()
  const step = stopwatch()
  const exchanged = exchange(answer.code, transaction, appRoot)
  // A task later, when the request is on its way.
  setTimeout(() => {
    connectAhead(transaction.iss)
    onExchange()
  })
  const [token, server] = await Promise.all([
    exchanged,
    servers.then((configured) => findConfigured(transaction, configured)),
  ])
  const tokenMs = step()
  const scope = token.scope ?? transaction.scope
  if (scope.trim() === '') throw new SmartError('nothing-granted')
  const context = { transaction, scope, answeredBy: answer.iss, keys, appRoot }
  const user = await identifyUser(token, context)
  const patientId = findContextPatient(token, user.identity, transaction, server)
  const timings = { token: tokenMs, identity: step() }
  const result = { server, transaction, answer, token, user, scope, at, timings, appRoot }
  if (patientId === undefined) return withoutPatient(result)
  const stored = createSession(result, { patientId, patientFrom: 'server' })
  // The session that this one follows, where it was begun from one (TAB-03).
  await discardAbandonedSessions()
  keepSession(stored)
  const { returnTo } = transaction
  return {
    kind: 'session',
    stored,
    route: returnTo?.patientId === patientId ? returnTo.route : undefined,
  }
}

/**
 * Where no patient came, one may be looked for only if the configuration says so, and only by what the user may see;
 * never after a launch from a chart, which has a patient or is wrong (TOK-08, PAT-06).
 *
 * @throws {SmartError} `no-patient`
 */
async function withoutPatient(result: SignInResult): Promise<SignedIn> {
  const { server, transaction, user, scope } = result
  const isAllowed = server.patientSearch && transaction.launch === 'standalone'
  if (isAllowed && allowsPatientSearch(readScopes(scope))) {
    const { openPendingSession } = await import('./pending-session.ts')
    await discardAbandonedSessions()
    return { kind: 'choice', pending: openPendingSession(result) }
  }
  const { iss } = transaction
  const signedInAs = readSignedInAs({ identity: user.identity, iss, patientId: '' })
  const reason = signedInAs.kind === 'someone' ? `signed in as ${signedInAs.type}` : undefined
  throw new SmartError('no-patient', { reason })
}

/** MIX-01 by the redirect address of the transaction, MIX-02 by RFC 9207. */
function checkOrigin(answer: Answer, transaction: Transaction, callback: Callback): void {
  const mixedUp = (reason: string) => new SmartError('answer-mixed-up', { reason })
  if (callback.address !== transaction.redirectUri)
    throw mixedUp('the answer came to the address of another server')
  // Where no issuer is known beforehand, the id_token and its issuer's configuration must agree with it.
  if (answer.iss !== undefined && answer.iss !== (transaction.issuer ?? answer.iss))
    throw mixedUp('the answer names another server')
  if (answer.iss === undefined && transaction.sendsIss)
    throw mixedUp('the answer does not name its server, which this one always does')
}

/** The server that the sign-in was begun with must still be configured. */
function findConfigured(transaction: Transaction, servers: readonly ServerConfig[]): ServerConfig {
  const server = servers.find(({ id }) => id === transaction.serverId)
  if (!server || canonicalIssuer(server.iss) !== canonicalIssuer(transaction.iss))
    throw new SmartError('issuer-unknown', { host: new URL(transaction.iss).host })
  return server
}

async function exchange(
  code: string,
  transaction: Transaction,
  appRoot: URL,
): Promise<TokenResponse> {
  const state = {
    key: transaction.state,
    serverUrl: transaction.iss,
    clientId: transaction.clientId,
    redirectUri: transaction.redirectUri,
    tokenUri: transaction.tokenEndpoint,
    codeVerifier: transaction.codeVerifier,
    completeInTarget: true,
  }
  const adapter = createAdapter(appRoot, new Map([[transaction.state, state]]))
  // fhirclient puts the code into the form as it is (TOK-01).
  const client = await ready(adapter, {
    code: encodeURIComponent(code),
    stateKey: transaction.state,
  })
  // Read and checked already, by `requestToken`.
  return client.state.tokenResponse as TokenResponse
}

/** Milliseconds since it was last asked, or made. */
function stopwatch(): () => number {
  let last = performance.now()
  return () => {
    const now = performance.now()
    const gone = Math.round(now - last)
    last = now
    return gone
  }
}

/** Says which kind of launch failed, since only a standalone sign-in can be begun again from here (ERR-06). */
function withLaunch(error: unknown, { launch, iss }: Transaction): unknown {
  return isSmartError(error)
    ? new SmartError(
        error.failure,
        { host: new URL(iss).host, ...error.details, launch },
        { cause: error.cause },
      )
    : error
}
