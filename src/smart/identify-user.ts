import { decodeJwt } from 'jose'
import { toText } from '../fhir/json.ts'
import type { Subject } from './connection.ts'
import { fetchKeys, verifyIdToken, type ServerKeys } from './id-token.ts'
import { findIssuerKeys } from './openid-configuration.ts'
import type { Identity } from './session.ts'
import { SmartError } from './smart-error.ts'
import type { TokenResponse } from './token-response.ts'
import type { Transaction } from './transaction.ts'

/** Who signed in, as far as it is known. */
export type SignedInUser = { readonly identity: Identity; readonly subject: Subject | undefined }

/** What an id_token is checked with, beside the transaction. */
export type IdentifyContext = {
  readonly transaction: Transaction
  /** Scopes as granted. */
  readonly scope: string
  /** `iss` of the authorization response (RFC 9207), where there was one. */
  readonly answeredBy: string | undefined
  /** The keys that the metadata names, asked for while the code was exchanged. */
  readonly keys: Promise<ServerKeys>
  readonly appRoot: URL
}

/**
 * Checks who signed in (IDT-01 to IDT-08). Where the metadata names no issuer or no keys, the id_token's own issuer is
 * asked, under the conditions of `findIssuerKeys`.
 *
 * @throws {SmartError} `identity-invalid`
 */
export async function identifyUser(
  { id_token: idToken }: TokenResponse,
  context: IdentifyContext,
): Promise<SignedInUser> {
  const { transaction, scope, answeredBy, keys, appRoot } = context
  if (idToken === undefined) {
    if (scope.split(/\s+/).includes('openid'))
      throw new SmartError('identity-invalid', { reason: 'id_token missing' })
    return { identity: { kind: 'not-asked' }, subject: undefined }
  }
  if (transaction.issuer !== undefined && transaction.jwksUri !== undefined)
    return verifyIdToken(idToken, transaction, await keys, () => fetchKeys(transaction.jwksUri))
  const issuer = transaction.issuer ?? answeredBy ?? readIssuer(idToken)
  const jwksUri = await findIssuerKeys(issuer, transaction, appRoot)
  const find = () => fetchKeys(jwksUri)
  return verifyIdToken(idToken, { ...transaction, issuer }, await find(), find)
}

/** The issuer that an id_token names: a claim, good for nothing until its configuration has been read. */
function readIssuer(idToken: string): string {
  let issuer: string | undefined
  try {
    issuer = toText(decodeJwt(idToken).iss)
  } catch (cause) {
    throw new SmartError('identity-invalid', { reason: 'unreadable' }, { cause })
  }
  if (issuer === undefined) throw new SmartError('identity-invalid', { reason: 'issuer' })
  return issuer
}
