import type { RefreshGrant } from './connection.ts'
import { noContext } from './fhir-context.ts'
import type { Session } from './session.ts'
import type { StoredSession } from './session-store.ts'

/** A session of the example server, for tests, with what a test changes of it. */
export function exampleSession(changed: Partial<Session> = {}): Session {
  return {
    id: 's-1',
    serverId: 'example',
    serverName: 'Example Hospital',
    launch: 'ehr',
    iss: 'https://ehr.example/api/FHIR/R4',
    patientId: 'p-1',
    patientFrom: 'server',
    encounterId: undefined,
    needPatientBanner: true,
    fhirContext: noContext,
    hasIntent: false,
    styleUrl: undefined,
    scope: 'patient/*.rs',
    identity: { kind: 'not-asked' },
    expiresAt: Date.now() + 3_600_000,
    managementUrl: undefined,
    signIn: {
      at: Date.now(),
      discovery: 'smart-configuration',
      answer: 'redirect-address',
      requestedScope: 'patient/*.rs',
      warnings: [],
      timings: { discovery: 40, authorization: 2_000, token: 50, identity: 5 },
    },
    ...changed,
  }
}

/** A refresh token, for tests. */
export const exampleRefresh: RefreshGrant = { token: 'rt-1 +/=&', name: 'first' }

/** The same with its token. */
export function exampleStored(changed: Partial<Session> = {}): StoredSession {
  return {
    session: exampleSession(changed),
    accessToken: 'at-1',
    connection: {
      clientId: 'app-1',
      tokenEndpoint: 'https://ehr.example/oauth2/token',
      revocationEndpoint: undefined,
      jwksUri: undefined,
      refresh: undefined,
      receivedAt: Date.now(),
      subject: undefined,
    },
    messaging: undefined,
  }
}
