import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Configuration, Grant, KoaContextWithOIDC, Provider } from 'oidc-provider'

import { findAccount } from './accounts.ts'
import { resourceServer, toClients } from './clients.ts'
import { shapeAnswers } from './authorization-middleware.ts'
import { acceptPost, isAuthorizePost } from './authorize-post.ts'
import { toAuthorizationErrorPage } from './error-page.ts'
import { saveGrant, scopesOf, toScopeChoices } from './grants.ts'
import { loadOidcProvider } from './load-oidc-provider.ts'
import { decideRotation } from './refresh-faults.ts'
import { messagingScope, splitScope } from './scopes.ts'
import type { Launch, Tenant } from './tenant.ts'

/** A tenant's authorization server; `handle` takes requests whose url starts behind the issuer. */
export type AuthorizationServer = {
  readonly provider: Provider
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void
}

const statics = ['openid', 'fhirUser', 'profile', 'launch', 'launch/patient', 'launch/encounter']

/**
 * Builds the SMART App Launch 2.2 authorization server of a tenant on oidc-provider: code flow with PKCE S256 only,
 * exact redirect URI and `aud`, single-use codes (60 s) and launches, rotating refresh tokens whose reuse revokes
 * the whole grant (RFC 9700 §4.14). `log` hears of faults of the server itself.
 */
export async function createAuthorizationServer(
  tenant: Tenant,
  log: (line: string) => void,
): Promise<AuthorizationServer> {
  const { Provider, errors, interactionPolicy } = await loadOidcProvider()
  const { Check, Prompt } = interactionPolicy
  const { profile } = tenant
  /** The launch a request has used up, kept until its grant is made. */
  const launches = new WeakMap<KoaContextWithOIDC, Launch>()

  /** Reads the scopes as sent: the provider drops offline_access without prompt=consent, which SMART never sends. */
  const askedScopes = (ctx: KoaContextWithOIDC) =>
    splitScope(new URLSearchParams(ctx.querystring).get('scope') ?? '')

  /** SMART's `aud` is RFC 8707's `resource` here; it must be the FHIR base, character by character (ISS-02). */
  const toResource = (ctx: KoaContextWithOIDC): string => {
    const aud = ctx.oidc.params?.['aud']
    if (aud === undefined && profile.needsAud) throw new errors.InvalidRequest('aud is missing')
    if (aud !== undefined && aud !== tenant.fhirBase)
      throw new errors.InvalidRequest('aud is not this FHIR server')
    const scopes = scopesOf(toScopeChoices(tenant, askedScopes(ctx)))
    if (scopes.length === 0) throw new errors.InvalidScope('no scope is known here', '')
    if (ctx.oidc.params !== undefined) ctx.oidc.params['scope'] = scopes.join(' ')
    return tenant.fhirBase
  }

  const readLaunch = (ctx: KoaContextWithOIDC, token: unknown): void => {
    if (typeof token !== 'string') return
    if (!profile.launches.includes('ehr')) throw new errors.InvalidRequest('no EHR launch here')
    if (!askedScopes(ctx).includes('launch')) {
      if (profile.launchWithoutScope === 'sign-in') return
      throw new errors.InvalidScope('a launch needs the launch scope', 'launch')
    }
    const launch = tenant.takeLaunch(token)
    if (launch === undefined || tenant.faults.authorize === 'launch-used') {
      throw new errors.InvalidRequest('invalid_launch_token')
    }
    launches.set(ctx, launch)
    ctx.oidc.session?.loginAccount({ accountId: 'dr-grey', transient: true })
  }

  const loadGrant = async (ctx: KoaContextWithOIDC): Promise<Grant | undefined> => {
    const grantId = ctx.oidc.result?.consent?.grantId
    if (grantId !== undefined) return provider.Grant.find<Grant>(grantId)
    const launch = launches.get(ctx)
    if (launch === undefined) return undefined
    const { patient, encounter, needPatientBanner } = launch
    const scopes = splitScope(toText(ctx.oidc.params?.['scope']) ?? '')
    const messagingHandle = scopes.includes(messagingScope) ? launch.messagingHandle : undefined
    const context = { accountId: 'dr-grey', patient, encounter, needPatientBanner, messagingHandle }
    return saveGrant(tenant, provider, scopes, context)
  }

  const signIn = new Prompt(
    { name: 'smart', requestable: false },
    new Check(
      'launch_context',
      'a person signs in, picks the patient and says what is allowed',
      (ctx) => !launches.has(ctx) && ctx.oidc.result?.['smart'] === undefined,
    ),
  )

  const policy = interactionPolicy.base()
  policy.clear()
  policy.add(signIn)

  const configuration: Configuration = {
    adapter: (model: string) => tenant.storage.adapterFor(model),
    clients: toClients(tenant),
    jwks: { keys: [tenant.key] },
    cookies: {
      keys: ['development only'],
      names: {
        session: `${tenant.id}_session`,
        interaction: `${tenant.id}_interaction`,
        resume: `${tenant.id}_resume`,
      },
    },
    scopes: [...statics, messagingScope, 'offline_access', 'online_access'],
    claims: {
      openid: ['sub'],
      fhirUser: ['fhirUser'],
      profile: ['fhirUser', 'name', 'preferred_username'],
    },
    routes: {
      authorization: '/authorize',
      token: '/token',
      introspection: '/introspect',
      revocation: '/revoke',
      jwks: '/jwks',
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    interactions: {
      policy,
      url: (_ctx, interaction) => `/${tenant.id}/sign-in/${interaction.uid}`,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      // With userinfo on, an id_token would leave out the claims that scopes ask for.
      userinfo: { enabled: false },
      revocation: {
        enabled: profile.hasRevocation,
        allowedPolicy: (_ctx, client, token) => client.clientId === token.clientId,
      },
      introspection: {
        enabled: profile.hasRevocation,
        allowedPolicy: (_ctx, client) => client.clientId === resourceServer.id,
      },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        defaultResource: (ctx, _client, granted) => granted?.[0] ?? toResource(ctx),
        // Worked out for each request, since granular scopes are no fixed list.
        getResourceServerInfo: (ctx, resource) => ({
          audience: resource,
          scope:
            toText(ctx.oidc.params?.['scope']) ??
            ctx.oidc.grant?.getResourceScope(tenant.fhirBase) ??
            '',
          accessTokenFormat: 'opaque',
        }),
      },
    },
    extraParams: { aud: null, launch: readLaunch },
    loadExistingGrant: loadGrant,
    findAccount: (_ctx, id) => {
      const account = findAccount(tenant.store, id)
      return (
        account && {
          accountId: id,
          claims: () => ({
            sub: id,
            fhirUser: `${tenant.fhirRoot}/${account.fhirUser}`,
            name: account.name,
            preferred_username: id,
          }),
        }
      )
    },
    issueRefreshToken: (_ctx, client, code) =>
      profile.refreshTokens !== 'none' &&
      client.grantTypeAllowed('refresh_token') &&
      (code.scopes.has('offline_access') || code.scopes.has('online_access')),
    rotateRefreshToken: (ctx) => decideRotation(ctx, tenant, errors),
    expiresWithSession: () => false,
    ttl: {
      AccessToken: () => tenant.faults.tokenSeconds ?? profile.accessTokenSeconds,
      AuthorizationCode: 60,
      Grant: 86_400,
      IdToken: profile.idTokenSeconds,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 3600,
    },
    // Puts the context on the token, for the FHIR server and for introspection.
    extraTokenClaims: (_ctx, token) =>
      'grantId' in token ? { ...tenant.contexts.get(token.grantId) } : undefined,
    clientBasedCORS: (_ctx, origin) => tenant.allowsOrigin(origin),
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.set('X-Frame-Options', 'DENY')
      ctx.body = toAuthorizationErrorPage(profile, out.error_description ?? out.error)
    },
  }

  const provider = new Provider(tenant.issuer, configuration)
  provider.on('server_error', (_ctx, error) => log(`${tenant.id}: ${error.stack ?? error.message}`))
  // Without a listener koa prints every dropped connection to the console.
  Object.assign(provider, { onerror: (error: Error) => log(`${tenant.id}: ${error.message}`) })
  const shape = shapeAnswers(tenant)
  provider.use((ctx, next) => shape(ctx as unknown as KoaContextWithOIDC, next))
  const callback = provider.callback()
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isAuthorizePost(request)) tenant.log.addForm(request, await acceptPost(request))
    await callback(request, response)
  }
  return {
    provider,
    handle: (request, response) => {
      handle(request, response).catch((error: unknown) => log(`${tenant.id}: ${String(error)}`))
    },
  }
}

function toText(parameter: unknown): string | undefined {
  return typeof parameter === 'string' ? parameter : undefined
}
