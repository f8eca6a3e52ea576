import { STATUS_CODES } from 'node:http'

import type { HttpBindings } from '@hono/node-server'
import type { OperationOutcomeIssue } from 'fhir/r4'
import type { Context } from 'hono'
import type { AccessToken } from 'oidc-provider'

import { toFhirXml } from './fhir-xml.ts'
import { epicNotFound, toIssue, toOutcome } from './outcomes.ts'
import type { FhirProfile } from './profile.ts'
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
  if (profile.withoutJsonAccept !== 'json-or-406')
    return profile.withoutJsonAccept === 'xml' ? 'xml' : json
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

/** Answers a problem as the vendor words it: an OperationOutcome, or MEDITECH's object that is no FHIR (notes B4). */
export function sendProblem(
  c: Context<Env>,
  status: number,
  issues: readonly OperationOutcomeIssue[],
  headers: Readonly<Record<string, string>> = {},
): Response {
  if (c.get('tenant').profile.fhir.outcomes !== 'meditech') {
    return sendResource(c, toOutcome(...issues), status, headers)
  }
  const detail = STATUS_CODES[status] ?? 'Error'
  const body = JSON.stringify({ resource: 'v1/resource/error/_version/1/', detail })
  return new Response(body, {
    status,
    headers: { ...headers, 'Cache-Control': 'no-store', 'Content-Type': 'application/json' },
  })
}

/** Answers 401: no token, or one that is not valid (any more). Epic's body is an empty JSON text. */
export function sendUnauthorized(c: Context<Env>): Response {
  const { outcomes } = c.get('tenant').profile.fhir
  const hasToken = c.req.header('Authorization') !== undefined
  const challenge = hasToken
    ? 'Bearer error="invalid_token", error_description="The access token provided is not valid"'
    : 'Bearer'
  const headers = { 'WWW-Authenticate': challenge }
  if (outcomes === 'epic') {
    return new Response('""', {
      status: 401,
      headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8' },
    })
  }
  const issue = toIssue('error', 'login', 'The access token is missing, unknown or out of date.')
  const oracle = { ...issue, diagnostics: 'Bearer realm="fhir-ehr.example", error="invalid_token"' }
  return sendProblem(c, 401, [outcomes === 'oracle' ? oracle : issue], headers)
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
  return sendProblem(c, 403, [issue], headers)
}

/** Answers 404 to a read of an id nobody has. */
export function sendNoSuchId(c: Context<Env>): Response {
  const { outcomes } = c.get('tenant').profile.fhir
  if (outcomes === 'epic') return sendProblem(c, 404, [epicNotFound()])
  const words = outcomes === 'oracle' ? 'Not Found' : 'There is no such resource.'
  return sendProblem(c, 404, [toIssue('error', 'not-found', words)])
}

/** Answers 404 to a type this server doesn't know: at Epic a page of the web server in front. */
export function sendNoSuchType(c: Context<Env>): Response {
  const { outcomes, unknownType } = c.get('tenant').profile.fhir
  if (unknownType === 'html') return sendHtmlNotFound()
  if (outcomes === 'oracle') return sendNoSuchId(c)
  const issue = toIssue('error', 'not-supported', 'This server has no such resource.')
  return sendProblem(c, 404, [issue])
}

/** The page a web server shows for an address the FHIR server never saw (Epic's unknown types). */
export function sendHtmlNotFound(status = 404): Response {
  return new Response(
    '<!DOCTYPE html><html><head><title>404 - File or directory not found.</title></head><body><h2>404 - File or directory not found.</h2></body></html>',
    { status, headers: { 'Content-Type': 'text/html; charset=iso-8859-1' } },
  )
}
