import type { JWK } from 'jose'
import type { KoaContextWithOIDC } from 'oidc-provider'

import { toPublicJwk } from './signing-keys.ts'
import type { Tenant } from './tenant.ts'

type KeySet = { readonly keys: readonly JWK[] }

/** Applies the faults of the key set: no CORS (F-I13), a second key at once or from the second fetch on (F-I8). */
export async function shapeKeySet(ctx: KoaContextWithOIDC, tenant: Tenant): Promise<void> {
  const { idToken, jwks } = tenant.faults
  if (jwks === 'without-cors') ctx.remove('Access-Control-Allow-Origin')
  tenant.keyFetches += 1
  const isPublished =
    idToken === 'without-kid' || (idToken === 'rotated-key' && tenant.keyFetches > 1)
  if (!isPublished) return
  const { keys } = ctx.body as KeySet
  ctx.body = { keys: [...keys, toPublicJwk(await tenant.spareKey())] } satisfies KeySet
}

/** The forger's key set, which the header of an id_token points to (F-I9). */
export async function toForgedKeySet(tenant: Tenant): Promise<KeySet> {
  return { keys: [toPublicJwk(await tenant.spareKey())] }
}
