import { setTimeout as delay } from 'node:timers/promises'

import type { KoaContextWithOIDC } from 'oidc-provider'

import { toErrorUri } from './authorization-response.ts'
import type { TokenFault } from './faults.ts'
import { toTokenMembers } from './grants.ts'
import { spoilIdToken } from './id-token-faults.ts'
import { toJwtAccessToken } from './jwt-access-token.ts'
import { dropsAnswer, shapeRefreshResponse } from './refresh-faults.ts'
import { toEpicV1Form } from './scopes.ts'
import type { Tenant } from './tenant.ts'

type TokenBody = Record<string, unknown>

const without = (body: TokenBody, member: string): TokenBody =>
  Object.fromEntries(Object.entries(body).filter(([name]) => name !== member))

/** Faults that change a good token response. */
const bodyFaults: Partial<Record<TokenFault, (body: TokenBody, tenant: Tenant) => TokenBody>> = {
  'expires-in-text': (body) => ({ ...body, expires_in: String(body['expires_in']) }),
  'expires-in-missing': (body) => without(body, 'expires_in'),
  'scope-empty': (body) => ({ ...body, scope: '' }),
  'scope-missing': (body) => without(body, 'scope'),
  'type-upper-case': (body) => ({ ...body, token_type: 'BEARER' }),
  'type-lower-case': (body) => ({ ...body, token_type: 'bearer' }),
  'type-dpop': (body) => ({ ...body, token_type: 'DPoP' }),
  'type-missing': (body) => without(body, 'token_type'),
  'patient-missing': (body) => without(body, 'patient'),
  'banner-text': (body) => ({ ...body, need_patient_banner: 'false' }),
  'banner-missing': (body) => without(body, 'need_patient_banner'),
  'context-texts': (body) => ({ ...body, fhirContext: ['Encounter/visit-1', 'List/allergies-1'] }),
  'context-objects': (body) => ({ ...body, fhirContext: contextObjects }),
  'context-odd': (body) => ({ ...body, fhirContext: [null, 7, [], { reference: 7 }, {}] }),
  'context-result': (body, { store }) => {
    const [first] = store.observationsOf(String(body['patient']))
    return {
      ...body,
      fhirContext: [{ reference: `Observation/${first?.id ?? ''}`, role: 'launch' }],
    }
  },
}

/** A `fhirContext` of every shape SMART App Launch 2.2 knows (CTX-08). */
const contextObjects = [
  { reference: 'Encounter/visit-1' },
  { reference: 'ImagingStudy/study-1', type: 'ImagingStudy', role: 'launch' },
  { reference: 'Patient/infant', role: 'https://ehr.example/role/related-chart' },
  { canonical: 'https://ehr.example/Questionnaire/phq-9|1.0', type: 'Questionnaire' },
  { identifier: { system: 'https://ehr.example/orders', value: '7' }, type: 'ServiceRequest' },
]

/** Turns the provider's token response into the profile's, and applies the tenant's token and id_token faults. */
export async function shapeTokenResponse(ctx: KoaContextWithOIDC, tenant: Tenant): Promise<void> {
  const faults = tenant.faults.token ?? []
  tenant.log.addForm(ctx.req, Object.keys(ctx.oidc.body ?? {}))
  // Not waited for when the server closes or the test ends.
  await delay(tenant.faults.tokenDelayMs ?? 0, undefined, { ref: false })
  if (dropsAnswer(ctx, tenant)) {
    ctx.respond = false
    ctx.res.destroy()
    return
  }
  ctx.set('Cache-Control', 'no-store')
  ctx.set('Pragma', 'no-cache')
  if (ctx.status === 200) ctx.body = await toGoodBody(ctx, tenant, faults)
  else ctx.body = toErrorBody(ctx.body as TokenBody, tenant)
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
  if (faults.includes('html-502')) {
    answer(ctx, 502, '<!doctype html><title>Error</title><h1>Bad Gateway</h1>')
    ctx.type = 'html'
  }
  if (faults.includes('without-cors')) ctx.remove('Access-Control-Allow-Origin')
}

/** An error in the vendor's words: a description, null in its place (Epic), an address (Oracle), or the code alone. */
function toErrorBody(body: TokenBody, { profile }: Tenant): TokenBody {
  const rest = without(body, 'error_description')
  switch (profile.errorWords) {
    case 'description':
      return body
    case 'null':
      return { ...rest, error_description: null }
    case 'uri':
      return { ...rest, error_uri: toErrorUri(String(body['error'])) }
    case 'none':
      return rest
  }
}

async function toGoodBody(
  ctx: KoaContextWithOIDC,
  tenant: Tenant,
  faults: readonly TokenFault[],
): Promise<TokenBody | string> {
  const context = tenant.contexts.get(ctx.oidc.entities.AccessToken?.grantId ?? '')
  const members = { ...(ctx.body as TokenBody), ...(context && toTokenMembers(tenant, context)) }
  let body = await shapeRefreshResponse(ctx, tenant, toProfileForm(members, tenant))
  const { id_token: idToken, access_token: accessToken } = body
  if (tenant.faults.idToken !== undefined && typeof idToken === 'string') {
    body = { ...body, id_token: await spoilIdToken(idToken, tenant.faults.idToken, tenant) }
  }
  if (faults.includes('jwt-token') && typeof accessToken === 'string') {
    body = { ...body, access_token: toJwtAccessToken(tenant, accessToken) }
  }
  for (const fault of faults) body = bodyFaults[fault]?.(body, tenant) ?? body
  if (!faults.includes('unknown-members')) return body
  // Written as text: an object literal's __proto__ would set the prototype instead of naming a member.
  ctx.type = 'json'
  return JSON.stringify(body).replace(
    /\}$/,
    ',"__proto__":{"patient":"polluted"},"constructor":{"prototype":{}},"active_at":[1]}',
  )
}

function toProfileForm(body: TokenBody, { profile }: Tenant): TokenBody {
  const { scope } = body
  const isV1 = profile.scopeForm === 'epic-v1' && typeof scope === 'string'
  return {
    ...body,
    token_type: profile.tokenType,
    ...(isV1 ? { scope: toEpicV1Form(scope) } : {}),
  }
}

function answer(ctx: KoaContextWithOIDC, status: number, body: TokenBody | string): void {
  ctx.status = status
  ctx.body = body
}
