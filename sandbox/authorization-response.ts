import { randomUUID } from 'node:crypto'
import { once } from 'node:events'

import type { KoaContextWithOIDC } from 'oidc-provider'

import { toAuthorizationErrorPage, toContinuePage } from './error-page.ts'
import type { AuthorizeFault, TokenFault } from './faults.ts'
import type { Tenant } from './tenant.ts'

const hostileDescription = `<img src=x onerror="alert('description')"><script>alert(1)</script> \u202Egnissim\u202C ${'long '.repeat(200)}`

/** Faults that change the parameters of the callback. */
const parameterFaults: Partial<
  Record<AuthorizeFault, (parameters: URLSearchParams, tenant: Tenant) => void>
> = {
  'wrong-state': (parameters) => parameters.set('state', 'a-state-nobody-sent'),
  'without-state': (parameters) => parameters.delete('state'),
  'wrong-iss': (parameters) => parameters.set('iss', 'https://other.example/oauth2'),
  'without-iss': (parameters) => parameters.delete('iss'),
  'without-code': (parameters) => parameters.delete('code'),
  'access-denied': (parameters) => {
    parameters.delete('code')
    parameters.set('error', 'access_denied')
    parameters.set('error_description', 'The person did not allow it.')
  },
  'hostile-description': (parameters) => {
    parameters.delete('code')
    parameters.set('error', 'server_error')
    parameters.set('error_description', hostileDescription)
  },
  'code-and-error': (parameters) => {
    parameters.set('error', 'server_error')
    parameters.set('error_description', 'This comes with a code.')
  },
  'duplicate-state': (parameters) => parameters.append('state', 'another-state'),
  'duplicate-code': (parameters) => parameters.append('code', 'another-code'),
  'hostile-code': (parameters, tenant) => {
    const code = parameters.get('code')
    if (code === null) return
    const alias = `${'a+b/c==&x=%41 '.repeat(146)}${code}`
    tenant.storage.addAlias('AuthorizationCode', alias, code)
    parameters.set('code', alias)
  },
}

/** Faults that bind a code to something else than the request (F-T18). */
const bindings: Partial<Record<TokenFault, Record<string, string>>> = {
  'other-verifier': { codeChallenge: 'a-challenge-nobody-sent-000000000000000000' },
  'other-redirect': { redirectUri: 'https://other.example/callback/' },
}

/**
 * Turns the provider's redirect to the app into the profile's: with or without `iss` (RFC 9207), in the vendor's words,
 * or an HTML page in place of an error (Epic), and applies the tenant's authorize fault. Redirects to the sign-in page
 * pass unchanged.
 */
export async function shapeAuthorizationResponse(
  ctx: KoaContextWithOIDC,
  tenant: Tenant,
): Promise<void> {
  const location = ctx.response.get('location')
  const url = URL.canParse(location) ? new URL(location) : undefined
  if (url === undefined || !tenant.redirectUris.includes(url.origin + url.pathname)) return
  const { profile } = tenant
  const fault = tenant.faults.authorize
  if (fault === 'hang') {
    ctx.respond = false
    await once(ctx.res, 'close')
    return
  }
  const error = url.searchParams.get('error')
  const isDenial = error === 'access_denied' && profile.isDenialRedirected
  const endsOnPage = error !== null && profile.authorizeErrors === 'page' && !isDenial
  if (endsOnPage || fault === 'error-page') {
    sendPage(ctx, 400, toAuthorizationErrorPage(profile, undefined))
    return
  }
  if (!profile.hasResponseIss) url.searchParams.delete('iss')
  if (error !== null) wordError(url.searchParams, tenant)
  bindCode(url.searchParams.get('code'), tenant)
  if (fault !== undefined) parameterFaults[fault]?.(url.searchParams, tenant)
  if (fault === 'unframable-page') {
    sendPage(ctx, 200, toContinuePage(profile, url.href))
    return
  }
  ctx.redirect(url.href)
  ctx.status = 303
}

/** The address an `error_uri` names, in the form Oracle's have (notes B3); it leads nowhere. */
export function toErrorUri(error: string): string {
  const name = encodeURIComponent(`urn:local-ehr:error:authorization-server:${error}`)
  return `https://authorization.example/errors/${name}/instances/${randomUUID()}`
}

function wordError(parameters: URLSearchParams, { profile }: Tenant): void {
  if (profile.errorWords === 'uri' || profile.errorWords === 'none') {
    parameters.delete('error_description')
  }
  if (profile.errorWords === 'uri') {
    parameters.set('error_uri', toErrorUri(parameters.get('error') ?? ''))
  }
}

function bindCode(code: string | null, tenant: Tenant): void {
  for (const fault of tenant.faults.token ?? []) {
    const binding = bindings[fault]
    if (code === null || binding === undefined) continue
    tenant.storage.changeCode(code, (payload) => Object.assign(payload, binding))
  }
}

function sendPage(ctx: KoaContextWithOIDC, status: number, page: string): void {
  ctx.remove('Location')
  ctx.status = status
  ctx.set('X-Frame-Options', 'DENY')
  ctx.type = 'html'
  ctx.body = page
}
