import type { IncomingMessage } from 'node:http'

import type { KoaContextWithOIDC } from 'oidc-provider'

import { shapeAuthorizationResponse } from './authorization-response.ts'
import { toTooLongPage } from './error-page.ts'
import { shapeKeySet, toForgedKeySet } from './key-set.ts'
import type { Tenant } from './tenant.ts'
import { shapeTokenResponse } from './token-response.ts'

/** Longest query that F-A15 lets through, in characters: the default of Microsoft's web server. */
const queryLimit = 2048

/** What stands before and behind oidc-provider: turns its answers into the profile's, applies faults, keeps the log. */
export function shapeAnswers(
  tenant: Tenant,
): (ctx: KoaContextWithOIDC, next: () => Promise<void>) => Promise<void> {
  return async (ctx, next) => {
    const { faults, profile } = tenant
    if (ctx.path === '/forged-keys' && faults.idToken === 'header-jku') {
      ctx.set('Access-Control-Allow-Origin', '*')
      ctx.body = await toForgedKeySet(tenant)
      return
    }
    if (ctx.path.startsWith('/authorize')) {
      // No single sign-on: every authorization starts with nobody signed in.
      dropCookie(ctx.req, `${tenant.id}_session`)
      if (faults.authorize === 'query-limit' && isTooLong(ctx)) {
        ctx.status = 404
        ctx.type = 'html'
        ctx.body = toTooLongPage()
        return
      }
    }
    await next()
    const route = (ctx as { oidc?: KoaContextWithOIDC['oidc'] }).oidc?.route
    if (!tenant.allowsOrigin(ctx.get('Origin'))) ctx.remove('Access-Control-Allow-Origin')
    if (route === 'token') {
      if (profile.tokenCors === 'any') ctx.set('Access-Control-Allow-Origin', '*')
      await shapeTokenResponse(ctx, tenant)
    }
    if (route === 'authorization' || route === 'resume') {
      await shapeAuthorizationResponse(ctx, tenant)
    }
    if (route === 'revocation' || route === 'introspection') noteForm(ctx, tenant)
    if (route === 'revocation') noteRevoked(ctx, tenant)
    if (route === 'discovery' && faults.discovery === 'other-openid-issuer') {
      ctx.body = { ...(ctx.body as object), issuer: 'https://other.example/oauth2' }
    }
    if (route === 'jwks') await shapeKeySet(ctx, tenant)
  }
}

/** A request that came by POST has got its query from its form, and has no limit to it. */
function isTooLong({ req, querystring }: KoaContextWithOIDC): boolean {
  return !('postedQuery' in req) && querystring.length > queryLimit
}

function noteForm(ctx: KoaContextWithOIDC, tenant: Tenant): void {
  tenant.log.addForm(ctx.req, Object.keys(ctx.oidc.body ?? {}))
}

function noteRevoked({ oidc, req }: KoaContextWithOIDC, tenant: Tenant): void {
  const { AccessToken, RefreshToken } = oidc.entities
  const token = RefreshToken ?? AccessToken
  if (token === undefined || token.clientId !== oidc.client?.clientId) return
  tenant.log.addRevoked(req, token === RefreshToken ? 'refresh_token' : 'access_token')
}

/** Takes a cookie (and its signature) out of a request before anyone reads it. */
function dropCookie(request: IncomingMessage, name: string): void {
  const kept = (request.headers.cookie ?? '')
    .split('; ')
    .filter((pair) => !pair.startsWith(`${name}=`) && !pair.startsWith(`${name}.sig=`))
  if (kept.join('') === '') delete request.headers.cookie
  else request.headers.cookie = kept.join('; ')
}
