import type { ServerConfig } from '../config/server-config.ts'
import type { AuthorizationResponse } from './authorization-response.ts'
import { nameGrant } from './connection.ts'
import { noContext, readFhirContext } from './fhir-context.ts'
import type { SignedInUser } from './identify-user.ts'
import { randomToken } from './random.ts'
import type { SignInReport } from './sign-in-report.ts'
import { chooseStyleUrl } from './style-url.ts'
import { warnOfToken } from './sign-in-warnings.ts'
import type { Session } from './session.ts'
import type { StoredSession } from './session-store.ts'
import type { TokenResponse } from './token-response.ts'
import type { Transaction } from './transaction.ts'
import { readEhrMessaging } from './web-messaging.ts'

/** All that a sign-in has brought, checked. */
export type SignInResult = {
  readonly server: ServerConfig
  readonly transaction: Transaction
  readonly answer: Extract<AuthorizationResponse, { kind: 'code' }>
  readonly token: TokenResponse
  readonly user: SignedInUser
  readonly appRoot: URL
  /** Scopes as granted, separated by spaces. */
  readonly scope: string
  /** When the code was sent, epoch milliseconds: the token's time is no longer than the server's. */
  readonly at: number
  readonly timings: Pick<SignInReport['timings'], 'token' | 'identity'>
}

/**
 * Makes a session of it for a patient, under a new random id (CB-09), with only what is needed later (STO-03). What the
 * server said of a visit, a result or a banner of its own was not said of somebody who is chosen afterwards, so nothing of
 * it is kept then (TOK-08).
 */
export function createSession(
  result: SignInResult,
  { patientId, patientFrom }: Pick<Session, 'patientId' | 'patientFrom'>,
): StoredSession {
  const { server, transaction, answer, token, user, at } = result
  const isChosen = patientFrom === 'choice'
  const styleUrl = chooseStyleUrl(token.smart_style_url, transaction, result.appRoot)
  return {
    session: {
      id: randomToken(),
      serverId: server.id,
      serverName: server.name,
      launch: transaction.launch,
      iss: transaction.iss,
      patientId,
      patientFrom,
      encounterId: isChosen ? undefined : token.encounter,
      needPatientBanner: isChosen || token.need_patient_banner,
      fhirContext: isChosen ? noContext : readFhirContext(token.fhirContext, transaction.iss),
      hasIntent: token.hasIntent,
      styleUrl,
      scope: result.scope,
      identity: user.identity,
      expiresAt: at + token.expires_in * 1000,
      managementUrl: transaction.managementEndpoint,
      signIn: {
        at,
        discovery: transaction.source,
        answer: answer.iss === undefined ? 'redirect-address' : 'issuer-named',
        requestedScope: transaction.scope,
        warnings: [
          ...transaction.warnings,
          ...warnOfToken(token),
          ...(token.smart_style_url !== undefined && styleUrl === undefined
            ? (['style-not-its-own'] as const)
            : []),
        ],
        timings: {
          discovery: transaction.discoveryMs,
          authorization: at - transaction.createdAt,
          ...result.timings,
        },
      },
    },
    accessToken: token.access_token,
    connection: {
      clientId: transaction.clientId,
      tokenEndpoint: transaction.tokenEndpoint,
      revocationEndpoint: transaction.revocationEndpoint,
      jwksUri: transaction.jwksUri,
      refresh: nameGrant(token.refresh_token),
      receivedAt: at,
      subject: user.subject,
    },
    messaging:
      transaction.launch === 'ehr' ? readEhrMessaging(token.messaging, result.appRoot) : undefined,
  }
}
