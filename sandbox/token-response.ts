import type { KoaContextWithOIDC } from 'oidc-provider'

import type { TokenFault } from './faults.ts'
import { toTokenMembers } from './grants.ts'
import { spoilIdToken } from './id-token-faults.ts'
import type { Tenant } from './tenant.ts'

type TokenBody = Record<string, unknown>

const without = (body: TokenBody, member: string): TokenBody =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== member))

/** Faults that change a good token response. */
const bodyFaults: Partial<Record<TokenFault, (body: TokenBody) => TokenBody>> = {
  'expires-in-text': (body) => ({ ...body, expires_in: String(body['expires_in']) }),
  'expires-in-missing': (body) => without(body, 'expires_in'),
  'scope-empty': (body) => ({ ...body, scope: '' }),
  'scope-missing': (body) => without(body, 'scope'),
  'type-lower-case': (body) => ({ ...body, token_type: 'bearer' }),
  'type-dpop': (body) => ({ ...body, token_type: 'DPoP' }),
  'type-missing': (body) => without(body, 'token_type'),
  'patient-missing': (body) => without(body, 'patient'),
  'banner-text': (body) => ({ ...body, need_patient_banner: 'false' }),
}

/** Turns the provider's token response into the profile's, and applies the tenant's token and id_token faults. */
export async function shapeTokenResponse(ctx: KoaContextWithOIDC, tenant: Tenant): Promise<void> {
  const faults = tenant.faults.token ?? []
  ctx.set('Cache-Control', 'no-store')
  ctx.set('Pragma', 'no-cache')
  tenant.log.addForm(ctx.req, Object.keys(ctx.oidc.body ?? {}))
  if (ctx.status === 200) ctx.body = await toGoodBody(ctx, tenant, faults)
  else if (tenant.profile.tokenErrorDescription === 'null') {
    ctx.body = { ...(ctx.body as TokenBody), error_description: null }
  }
  if (faults.includes('invalid-grant')) {
    answer(ctx, 400, { error: 'invalid_grant', error_description: null })
  }
  if (faults.includes('too-many')) {
    answer(ctx, 429, { error: 'temporarily_unavailable' })
    ctx.set('Retry-After', '1')
  }
  if (faults.includes('html-500')) {
    answer(ctx, 500, '<!doctype html><title>Error</title><h1>Internal Server Error</h1>')
    ctx.type = 'html'
  }
  if (faults.includes('without-cors')) ctx.remove('Access-Control-Allow-Origin')
}

async function toGoodBody(
  ctx: KoaContextWithOIDC,
  tenant: Tenant,
  faults: readonly TokenFault[],
): Promise<TokenBody | string> {
  const context = tenant.contexts.get(ctx.oidc.entities.AccessToken?.grantId ?? '')
  let body = { ...(ctx.body as TokenBody), ...(context && toTokenMembers(tenant, context)) }
  const { id_token: idToken } = body
  if (tenant.faults.idToken !== undefined && typeof idToken === 'string') {
    body = { ...body, id_token: await spoilIdToken(idToken, tenant.faults.idToken, tenant.key) }
  }
  for (const fault of faults) body = bodyFaults[fault]?.(body) ?? body
  if (!faults.includes('unknown-members')) return body
  // Written as text: an object literal's __proto__ would set the prototype instead of naming a member.
  ctx.type = 'json'
  return JSON.stringify(body).replace(
    /\}$/,
    ',"__proto__":{"patient":"polluted"},"constructor":{"prototype":{}},"active_at":[1]}',
  )
}

function answer(ctx: KoaContextWithOIDC, status: number, body: TokenBody | string): void {
  ctx.status = status
  ctx.body = body
}
