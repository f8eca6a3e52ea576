import type { KoaContextWithOIDC } from 'oidc-provider'

import { toAuthorizationErrorPage } from './error-page.ts'
import type { AuthorizeFault } from './faults.ts'
import type { Tenant } from './tenant.ts'

const hostileDescription = `<img src=x onerror="alert('description')"><script>alert(1)</script> \u202Egnissim\u202C ${'long '.repeat(200)}`

/** Faults that change the parameters of the callback. */
const parameterFaults: Partial<
  Record<AuthorizeFault, (parameters: URLSearchParams, tenant: Tenant) => void>
> = {
  'wrong-state': (parameters) => parameters.set('state', 'a-state-nobody-sent'),
  'without-state': (parameters) => parameters.delete('state'),
  'wrong-iss': (parameters) => parameters.set('iss', 'https://other.example/oauth2'),
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
  'hostile-code': (parameters, tenant) => {
    const code = parameters.get('code')
    if (code === null) return
    const alias = `${'a+b/c==&x=%41 '.repeat(146)}${code}`
    tenant.storage.codeAliases.set(alias, code)
    parameters.set('code', alias)
  },
}

/**
 * Turns the provider's redirect to the app into the profile's: with or without `iss` (RFC 9207), or an HTML page in
 * place of an error (Epic), and applies the tenant's authorize fault. Redirects to the sign-in page pass unchanged.
 */
export function shapeAuthorizationResponse(ctx: KoaContextWithOIDC, tenant: Tenant): void {
  const location = ctx.response.get('location')
  const url = URL.canParse(location) ? new URL(location) : undefined
  if (url === undefined || !tenant.redirectUris.includes(url.origin + url.pathname)) return
  const fault = tenant.faults.authorize
  const error = url.searchParams.get('error')
  const { profile } = tenant
  const isDenial = error === 'access_denied' && profile.isDenialRedirected
  const endsOnPage = error !== null && profile.authorizeErrors === 'page' && !isDenial
  if (endsOnPage || fault === 'error-page') {
    ctx.remove('Location')
    ctx.status = 400
    ctx.set('X-Frame-Options', 'DENY')
    ctx.type = 'html'
    ctx.body = toAuthorizationErrorPage(profile, undefined)
    return
  }
  if (!profile.hasResponseIss) url.searchParams.delete('iss')
  if (fault !== undefined) parameterFaults[fault]?.(url.searchParams, tenant)
  ctx.redirect(url.href)
  ctx.status = 303
}
