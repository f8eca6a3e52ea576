import type { KoaContextWithOIDC, errors as OidcErrors } from 'oidc-provider'

import type { RefreshFault } from './faults.ts'
import { changeIdToken } from './id-token-faults.ts'
import type { Tenant } from './tenant.ts'

type TokenBody = Record<string, unknown>

const has = (tenant: Tenant, fault: RefreshFault) => tenant.faults.refresh?.includes(fault) === true

/** Requests that have met the fault: it may be switched off before they are answered. */
const dropped = new WeakSet<KoaContextWithOIDC>()

/**
 * Whether a refresh brings a new refresh token (F-T15a, F-T15b). Throws, before anything is used up, where the fault
 * is that there is no refresh: the connection drops (F-T15e), or the token counts as used and its whole family is
 * revoked (F-T15c, RFC 9700 §4.14).
 */
export function decideRotation(
  ctx: KoaContextWithOIDC,
  tenant: Tenant,
  errors: typeof OidcErrors,
): boolean {
  if (has(tenant, 'reused')) {
    tenant.storage.revokeGrant(ctx.oidc.entities.RefreshToken?.grantId ?? '')
    throw new errors.InvalidGrant('refresh token already used')
  }
  if (has(tenant, 'drop')) {
    dropped.add(ctx)
    throw new errors.InvalidGrant('the connection drops')
  }
  if (has(tenant, 'not-rotated')) return false
  return has(tenant, 'rotated') || tenant.profile.refreshTokens === 'rotating'
}

/** Whether the connection of a token request drops in place of an answer (F-T15e). */
export function dropsAnswer(ctx: KoaContextWithOIDC, tenant: Tenant): boolean {
  return dropped.has(ctx) || (isRefresh(ctx) && (has(tenant, 'drop') || has(tenant, 'drop-after')))
}

/** A good token response, changed as a refresh of the profile and its faults have it; others pass unchanged. */
export async function shapeRefreshResponse(
  ctx: KoaContextWithOIDC,
  tenant: Tenant,
  body: TokenBody,
): Promise<TokenBody> {
  if (!isRefresh(ctx)) return body
  const { refresh_token: refreshToken, ...rest } = body
  const isSame = refreshToken === ctx.oidc.params?.['refresh_token']
  let shaped: TokenBody = isSame ? rest : body
  if (has(tenant, 'other-patient')) {
    shaped = { ...shaped, patient: shaped['patient'] === 'infant' ? 'gen-dana-demo' : 'infant' }
  }
  const { id_token: idToken } = shaped
  if (has(tenant, 'other-sub') && typeof idToken === 'string') {
    const changed = await changeIdToken(idToken, { sub: 'somebody-else' }, tenant.key)
    shaped = { ...shaped, id_token: changed }
  }
  return shaped
}

function isRefresh({ oidc }: KoaContextWithOIDC): boolean {
  return oidc.params?.['grant_type'] === 'refresh_token'
}
