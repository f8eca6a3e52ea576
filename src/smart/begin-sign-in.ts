import { authorize } from 'fhirclient/lib/smart.js'
import type { ServerConfig } from '../config/server-config.ts'
import { connectAhead } from './connect-ahead.ts'
import { discover, type ServerMetadata } from './discovery.ts'
import { createAdapter, type ClientStates } from './fhirclient-adapter.ts'
import type { Discovered } from './fhirclient-fetch.ts'
import { randomToken } from './random.ts'
import { discardAbandonedSessions } from './session-lock.ts'
import { chooseScopeSyntax, warnOfMetadata } from './sign-in-warnings.ts'
import { SmartError } from './smart-error.ts'
import { keepTransaction, type ReturnTo } from './transaction.ts'

/** How a sign-in begins: from the chart, with the launch token and `iss` as the EHR wrote them, or by hand. */
export type SignInStart =
  | { readonly launch: 'ehr'; readonly iss: string; readonly launchToken: string }
  | { readonly launch: 'standalone'; readonly returnTo?: ReturnTo | undefined }

/** What to leave the page for: an address to navigate to, or a form to post there (SMART App Launch 2.2). */
export type AuthorizationRequest =
  /** The authorization endpoint with every parameter. */
  | { readonly method: 'get'; readonly address: URL }
  /** The authorization endpoint as the server names it, and every parameter apart. */
  | { readonly method: 'post'; readonly address: URL; readonly form: URLSearchParams }

/** Longer addresses are refused by some servers, Epic's among them (AUTHZ-08). */
const longestAddress = 2_000

/**
 * Discovers the server and prepares the authorization request (SMART App Launch 2.2, A4).
 *
 * Gives what to leave the page for; the transaction is in storage by then. It is an address, or, where a launch token
 * makes that too long and the server takes forms, a form (AUTHZ-08). `aud` is the `iss` of this launch to
 * the letter (ISS-02, AUTHZ-07); client id and redirect address come from the configuration alone (ISS-05); PKCE
 * S256, state and nonce are always there (AUTHZ-02 to AUTHZ-05). Sessions left behind in this tab are forgotten
 * first (LAUNCH-03, TAB-03).
 *
 * @throws {SmartError}
 */
export async function beginSignIn(
  server: ServerConfig,
  start: SignInStart,
  appRoot: URL,
): Promise<AuthorizationRequest> {
  if (!server.isReady) throw new SmartError('server-not-set-up', { host: new URL(server.iss).host })
  await discardAbandonedSessions()
  const iss = start.launch === 'ehr' ? start.iss : server.iss
  const askedAt = performance.now()
  const metadata = await discover(iss, appRoot)
  const discoveryMs = Math.round(performance.now() - askedAt)
  // An EHR that is signed in to answers at once; by hand, it would be closed before anybody has typed a password.
  if (start.launch === 'ehr') connectAhead(metadata.endpoints.tokenEndpoint)
  const { clientId, scope: scopes } = server[start.launch]
  const scope = scopes[chooseScopeSyntax(metadata)]
  const state = randomToken()
  const nonce = randomToken()
  const states: ClientStates = new Map()
  const built = await authorize(createAdapter(appRoot, states), {
    iss,
    clientId,
    scope,
    ...(start.launch === 'ehr' ? { launch: start.launchToken } : {}),
    redirectUri: server.redirectUri,
    stateKey: state,
    pkceMode: 'unsafeV1',
    noRedirect: true,
    completeInTarget: true,
    wellKnownRequestOptions: handOver(metadata),
  })
  const codeVerifier = states.get(state)?.codeVerifier
  const endpoint = metadata.endpoints.authorizationEndpoint
  const parameters = toParameters(built, endpoint, nonce)
  if (!codeVerifier || parameters.get('state') !== state)
    throw new SmartError('discovery-unusable', {
      reason: 'the authorization request is incomplete',
    })
  keepTransaction({
    ...metadata.endpoints,
    issuer: chooseIssuer(server, metadata),
    clientId,
    scope,
    warnings: warnOfMetadata(metadata, start.launch),
    state,
    nonce,
    codeVerifier,
    iss,
    serverId: server.id,
    launch: start.launch,
    redirectUri: server.redirectUri,
    discoveryMs,
    returnTo: start.launch === 'standalone' ? start.returnTo : undefined,
    createdAt: Date.now(),
  })
  const address = new URL(endpoint)
  for (const [name, value] of parameters) address.searchParams.set(name, value)
  const isPosted =
    start.launch === 'ehr' &&
    address.href.length > longestAddress &&
    metadata.capabilities.includes('authorize-post')
  return isPosted
    ? { method: 'post', address: new URL(endpoint), form: parameters }
    : { method: 'get', address }
}

/** The OpenID issuer by metadata, else by configuration (IDT-02); where both name one, they must agree. */
function chooseIssuer(server: ServerConfig, { endpoints }: ServerMetadata): string | undefined {
  if (server.issuer !== undefined && (endpoints.issuer ?? server.issuer) !== server.issuer)
    throw new SmartError('discovery-unusable', {
      host: new URL(server.iss).host,
      reason: 'the server names another issuer than config.json',
    })
  return endpoints.issuer ?? server.issuer
}

function handOver({ endpoints }: ServerMetadata): RequestInit {
  const options: Discovered = {
    discovered: {
      authorization_endpoint: endpoints.authorizationEndpoint,
      token_endpoint: endpoints.tokenEndpoint,
      code_challenge_methods_supported: ['S256'],
    },
  }
  return options as RequestInit
}

/** fhirclient joins endpoint and parameters with "?" even if the endpoint has a query of its own. */
function toParameters(built: unknown, endpoint: string, nonce: string): URLSearchParams {
  const parameters = new URLSearchParams(String(built).slice(endpoint.length + 1))
  parameters.set('nonce', nonce)
  return parameters
}
