import { exampleServer, smartConfiguration } from './test-server.ts'
import type { Transaction } from './transaction.ts'

/** A sign-in at the example server that waits for its answer, for tests, with what a test changes of it. */
export function exampleTransaction(changed: Partial<Transaction> = {}): Transaction {
  return {
    state: 'state-1',
    serverId: exampleServer.id,
    launch: 'standalone',
    iss: exampleServer.iss,
    clientId: exampleServer.standalone.clientId,
    redirectUri: exampleServer.redirectUri,
    scope: exampleServer.standalone.scope.v2,
    nonce: 'nonce-1',
    codeVerifier: 'verifier-1',
    authorizationEndpoint: smartConfiguration.authorization_endpoint,
    tokenEndpoint: smartConfiguration.token_endpoint,
    issuer: smartConfiguration.issuer,
    jwksUri: smartConfiguration.jwks_uri,
    revocationEndpoint: undefined,
    managementEndpoint: undefined,
    sendsIss: false,
    source: 'smart-configuration',
    warnings: [],
    discoveryMs: 40,
    returnTo: undefined,
    createdAt: Date.now(),
    ...changed,
  }
}
