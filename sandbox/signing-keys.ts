import { randomUUID } from 'node:crypto'

import { exportJWK, generateKeyPair } from 'jose'
import type { JWK } from 'jose'

/** A private key of an authorization server, as JWK with `kid`, `alg` and `use`. */
export type SigningKey = JWK & { readonly kid: string; readonly alg: 'RS256' }

/** Makes a new RS256 key. Its id holds `+`, `/` and `=`, as Epic's do (IDT-07). */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  return { ...jwk, use: 'sig', alg: 'RS256', kid: `${randomUUID().slice(0, 8)}+a/b=` }
}

/** The public half of a key. */
export function toPublicJwk({ kty, n, e, kid, alg, use }: JWK): JWK {
  return { kty, n, e, kid, alg, use } as JWK
}
