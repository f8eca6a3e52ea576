import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { AccessToken } from 'oidc-provider'

import { toFhirXml } from './fhir-xml.ts'
import { toIssue, toOutcome } from './outcomes.ts'
import type { FhirProfile } from './profiles.ts'
import type { Tenant } from './tenant.ts'

/** What every route knows of its request. */
export type Env = {
  Bindings: HttpBindings
  Variables: { tenant: Tenant; token: AccessToken }
}

const json = 'application/fhir+json; charset=utf-8'

/** The type to answer a FHIR request with: a JSON type, `xml`, or undefined for 406. */
function negotiate(
  accept: string | undefined,
  format: string | undefined,
  profile: FhirProfile,
): string | undefined {
  const wanted = (format ?? accept ?? '').toLowerCase()
  if (wanted === 'json') return json
  if (wanted.includes('application/fhir+json')) return json
  if (wanted.includes('application/json')) {
    return profile.withoutJsonAccept === 'xml' ? 'application/json' : json
  }
  if (profile.withoutJsonAccept === 'xml') return 'xml'
  return wanted === '' || wanted.includes('*/*') ? json : undefined
}

/** Answers with a resource, in the form the request and the profile agree on. */
export function sendResource(
  c: Context<Env>,
  resource: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { fhir } = c.get('tenant').profile
  const type = negotiate(c.req.header('Accept'), c.req.query('_format'), fhir)
  const common = { 'Cache-Control': 'no-store', ...headers }
  if (type === undefined) {
    const issue = toIssue('error', 'not-supported', 'This server speaks JSON only.')
    return new Response(JSON.stringify(toOutcome(issue)), {
      status: 406,
      headers: { ...common, 'Content-Type': json },
    })
  }
  const isXml = type === 'xml'
  return new Response(isXml ? toFhirXml(resource) : JSON.stringify(resource), {
    status,
    headers: {
      ...common,
      'Content-Type': isXml ? 'application/fhir+xml; charset=utf-8' : type,
    },
  })
}

/** Answers 401: no token, or one that is not valid (any more). Epic's body is an empty JSON text. */
export function sendUnauthorized(c: Context<Env>): Response {
  const isEpic = c.get('tenant').profile.fhir.outcomes === 'epic'
  const hasToken = c.req.header('Authorization') !== undefined
  const challenge = hasToken
    ? 'Bearer error="invalid_token", error_description="The access token provided is not valid"'
    : 'Bearer'
  const headers = { 'WWW-Authenticate': challenge }
  if (isEpic) {
    return new Response('""', {
      status: 401,
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    })
  }
  const issue = toIssue('error', 'login', 'The access token is missing, unknown or out of date.')
  return sendResource(c, toOutcome(issue), 401, headers)
}

/** Answers 403: the token's scopes don't reach that far. Epic's body is empty. */
export function sendForbidden(c: Context<Env>, what: string): Response {
  const headers = {
    'WWW-Authenticate':
      'Bearer error="insufficient_scope", error_description="The access token provided is valid, but is not authorized for this service"',
  }
  if (c.get('tenant').profile.fhir.outcomes === 'epic') {
    return new Response(null, { status: 403, headers })
  }
  const issue = toIssue('error', 'forbidden', `The granted scopes do not allow ${what}.`)
  return sendResource(c, toOutcome(issue), 403, headers)
}

/** The page a web server shows for an address the FHIR server never saw (Epic's unknown types). */
export function sendHtmlNotFound(status = 404): Response {
  return new Response(
    '<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head><body><h2>404 - File or directory not found.</h2></body></html>',
    { status, headers: { 'Content-Type': 'text/html; charset=iso-8859-1' } },
  )
}
