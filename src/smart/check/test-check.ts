import { answerRequests, appRoot, exampleServer, smartConfiguration } from '../test-server.ts'
import { askStrictly } from '../strict-fetch.ts'
import { checkServer, type CheckedServer, type CheckOptions } from './check-server.ts'
import type { Finding, Subject } from './finding.ts'

/** Test support: a server in good order, of which a test changes one thing, and what the checks find. */

export const goodKey = { kty: 'RSA', kid: 'one', use: 'sig', n: 'n'.repeat(342), e: 'AQAB' }

/** What a host sends with each page of a site in good order. */
export const goodHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "connect-src 'self' https://ehr.example; frame-ancestors https://ehr.example",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
}

const statement = {
  resourceType: 'CapabilityStatement',
  fhirVersion: '4.0.1',
  implementation: { url: exampleServer.iss },
  rest: [
    {
      mode: 'server',
      resource: [
        { type: 'Patient', interaction: [{ code: 'read' }] },
        {
          type: 'Observation',
          interaction: [{ code: 'search-type' }],
          searchParam: [{ name: 'date', type: 'date' }],
        },
      ],
    },
  ],
}

const configuration = {
  ...smartConfiguration,
  revocation_endpoint: 'https://ehr.example/oauth2/revoke',
  response_types_supported: ['code'],
  capabilities: [
    'launch-ehr',
    'launch-standalone',
    'client-public',
    'sso-openid-connect',
    'context-ehr-patient',
    'context-standalone-patient',
    'permission-patient',
    'permission-v2',
  ],
  scopes_supported: ['openid', 'fhirUser', 'launch', 'launch/patient', 'patient/*.rs'],
}

/** What the server answers otherwise than one in good order: members of its documents, or an answer, or none. */
export type Otherwise = {
  readonly configuration?: object | Response | 'nothing'
  readonly statement?: object | Response | 'nothing'
  readonly openid?: object | 'nothing'
  readonly keys?: object | 'nothing'
  readonly token?: Response | 'nothing'
  readonly fhir?: Response | 'nothing'
}

/** Sets the server up; gives the requests it gets. */
export function answerAs(otherwise: Otherwise) {
  const { iss } = exampleServer
  const issuer = smartConfiguration.issuer
  const openid = {
    issuer,
    token_endpoint: smartConfiguration.token_endpoint,
    jwks_uri: smartConfiguration.jwks_uri,
  }
  return answerRequests({
    [`${iss}/.well-known/smart-configuration`]: answer(configuration, otherwise.configuration),
    [`${issuer}/.well-known/openid-configuration`]: answer(openid, otherwise.openid),
    [smartConfiguration.jwks_uri]: answer({ keys: [goodKey] }, otherwise.keys),
    [smartConfiguration.token_endpoint]: answer(
      {},
      otherwise.token ?? refusal(400, 'invalid_grant'),
    ),
    [`${iss}/metadata`]: answer(statement, otherwise.statement),
    [`${iss}/Patient/`]: answer({}, otherwise.fhir ?? new Response('', { status: 401 })),
  })
}

/** A token endpoint's refusal. */
export const refusal = (status: number, error: string) => Response.json({ error }, { status })

function answer(usual: object, other: object | Response | 'nothing' | undefined) {
  return () => {
    if (other === 'nothing') throw new TypeError('Failed to fetch')
    return other instanceof Response ? other.clone() : Response.json({ ...usual, ...other })
  }
}

/** Runs all checks of a server, or what `options` leave of them. */
export async function findAll(
  otherwise: Otherwise = {},
  server: Partial<CheckedServer> = {},
  options: Partial<CheckOptions> = {},
): Promise<Finding[]> {
  answerAs(otherwise)
  return collectFindings(server, options)
}

/** Runs the checks against whatever answers. */
export async function collectFindings(
  server: Partial<CheckedServer> = {},
  options: Partial<CheckOptions> = {},
): Promise<Finding[]> {
  const usual = { ask: askStrictly, sendsRefused: true, isClientNamed: true }
  const findings: Finding[] = []
  for await (const finding of checkServer({ ...exampleServer, ...server }, appRoot, {
    ...usual,
    ...options,
  }))
    findings.push(finding)
  return findings
}

/** What is found of one subject, as `verdict: words`, with the advice behind it. */
export function about(findings: readonly Finding[], subject: Subject): string[] {
  return findings
    .filter((one) => one.subject === subject)
    .map((one) => `${one.verdict}: ${one.words}${'advice' in one ? ` ${one.advice ?? ''}` : ''}`)
}
