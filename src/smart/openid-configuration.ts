import { isSecure, parseUrl } from '../config/secure-url.ts'
import { toText } from '../fhir/json.ts'
import { readDocument } from './sign-in-document.ts'
import { SmartError } from './smart-error.ts'
import { askStrictly, signInTimeoutMs, type Ask } from './strict-fetch.ts'
import type { Transaction } from './transaction.ts'

/**
 * Finds the address of the keys of an id_token's issuer, for servers whose metadata names no issuer or no keys
 * (OpenID Connect Discovery §4, DISC-11). Undefined where the configuration can't be read by a browser app (IDT-08).
 *
 * Anybody could be named as issuer. So the configuration must be the issuer's own to the letter, agree with what the
 * metadata did name, and its token endpoint must be the one that gave this id_token. `ask` sends the request.
 *
 * @throws {SmartError} `identity-invalid` where it disagrees
 */
export async function findIssuerKeys(
  issuer: string,
  { tokenEndpoint, jwksUri }: Pick<Transaction, 'tokenEndpoint' | 'jwksUri'>,
  appRoot: URL,
  ask: Ask = askStrictly,
): Promise<string | undefined> {
  const address = parseUrl(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
  if (!address || !isSecure(address, appRoot))
    throw disagreement('the issuer is not an https address')
  const configuration = await read(ask, address.href)
  if (!configuration) return undefined
  if (configuration['issuer'] !== issuer) throw disagreement('openid-configuration: issuer')
  if (parseUrl(toText(configuration['token_endpoint']) ?? '')?.href !== tokenEndpoint)
    throw disagreement('openid-configuration: token_endpoint')
  const keys = parseUrl(toText(configuration['jwks_uri']) ?? '')
  if (!keys || !isSecure(keys, appRoot) || keys.href !== (jwksUri ?? keys.href))
    throw disagreement('openid-configuration: jwks_uri')
  return keys.href
}

async function read(ask: Ask, address: string) {
  const init = { headers: { accept: 'application/json' } }
  const answer = await ask(address, init, signInTimeoutMs).catch(() => undefined)
  return answer?.ok === true ? readDocument(answer.text) : undefined
}

const disagreement = (reason: string) => new SmartError('identity-invalid', { reason })
