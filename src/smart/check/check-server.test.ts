import { afterEach, describe, expect, it, vi } from 'vitest'
import { appRoot, exampleServer, formOf } from '../test-server.ts'
import { checkServer } from './check-server.ts'
import type { Finding, Subject } from './finding.ts'
import { about, answerAs, findAll, refusal, type Otherwise } from './test-check.ts'

afterEach(() => vi.unstubAllGlobals())

const status = (code: number) => new Response('', { status: code })

describe('checkServer', () => {
  it('finds nothing amiss with a server in good order', async () => {
    const findings = await findAll()
    expect(findings.filter(({ verdict }) => verdict !== 'well')).toEqual([])
    expect(findings.map(({ subject }) => subject)).toEqual([
      'address',
      'discovery',
      'pkce',
      'capabilities',
      'extras',
      'ways-in',
      'answer-iss',
      'revocation',
      'scopes',
      'issuer',
      'keys',
      'token-endpoint',
      'statement',
      'own-address',
      'fhir',
    ])
  })

  it.each<[string, Otherwise, Subject, RegExp]>([
    [
      'no readable discovery',
      { configuration: 'nothing' },
      'discovery',
      /^fault: .*doesn’t say which.*app\.example/,
    ],
    [
      'an http token endpoint',
      { configuration: { token_endpoint: 'http://ehr.example/t' } },
      'discovery',
      /^fault: .*token_endpoint is not an https address/,
    ],
    [
      'F-D6 PKCE plain alone',
      { configuration: { code_challenge_methods_supported: ['plain'] } },
      'discovery',
      /^fault: .*S256/,
    ],
    [
      'F-D5 no PKCE',
      { configuration: { code_challenge_methods_supported: undefined } },
      'pkce',
      /^advice: /,
    ],
    [
      'missing capabilities',
      { configuration: { capabilities: ['launch-ehr'] } },
      'capabilities',
      /^advice: Not listed: launch-standalone/,
    ],
    [
      'no capabilities',
      { configuration: { capabilities: undefined } },
      'capabilities',
      /^unknown: /,
    ],
    [
      'no code flow',
      { configuration: { response_types_supported: ['token'] } },
      'ways-in',
      /^advice: .*response type "code"/,
    ],
    [
      'secrets alone',
      { configuration: { token_endpoint_auth_methods_supported: ['client_secret_basic'] } },
      'ways-in',
      /^advice: .*"none"/,
    ],
    [
      'scopes that are not listed',
      { configuration: { scopes_supported: ['openid', 'launch'] } },
      'scopes',
      /^advice: .*patient\/Patient\.rs/,
    ],
    [
      'no list of scopes',
      { configuration: { scopes_supported: undefined } },
      'scopes',
      /^unknown: /,
    ],
    [
      'no revocation',
      { configuration: { revocation_endpoint: undefined } },
      'revocation',
      /^advice: /,
    ],
    [
      'revocation elsewhere',
      { configuration: { revocation_endpoint: 'https://else.example/' } },
      'revocation',
      /^advice: .*another origin/,
    ],
    ['F-D12 no issuer', { configuration: { issuer: undefined } }, 'issuer', /^unknown: /],
    [
      'another issuer behind openid-configuration',
      { openid: { issuer: 'https://x.example' } },
      'issuer',
      /^advice: .*openid-configuration: issuer/,
    ],
    [
      'the same where the keys depend on it',
      { configuration: { jwks_uri: undefined }, openid: { issuer: 'https://x.example' } },
      'issuer',
      /^fault: /,
    ],
    [
      'keys that hang on an unreadable openid-configuration',
      { configuration: { jwks_uri: undefined }, openid: 'nothing' },
      'issuer',
      /^advice: .*unverified/,
    ],
    ['F-I13 unreadable keys', { keys: 'nothing' }, 'keys', /^advice: .*unverified/],
    ['no key set', { keys: { keys: 'none' } }, 'keys', /^advice: No key set/],
    [
      'a secret key',
      { keys: { keys: [{ kty: 'oct', k: 'c2VjcmV0' }] } },
      'keys',
      /^fault: .*secret or private key/,
    ],
    [
      'F-T13 an unreadable token endpoint',
      { token: 'nothing' },
      'token-endpoint',
      /^fault: .*doesn’t say which/,
    ],
    [
      'a token endpoint that takes anything',
      { token: Response.json({}) },
      'token-endpoint',
      /^fault: .*invented code/,
    ],
    ['F-T12 a broken token endpoint', { token: status(500) }, 'token-endpoint', /^fault: .*500/],
    ['F-T14 too many requests', { token: status(429) }, 'token-endpoint', /^unknown: /],
    [
      'a client id that is not taken',
      { token: refusal(401, 'invalid_client') },
      'token-endpoint',
      /^advice: .*client id/,
    ],
    ['unreadable FHIR', { fhir: 'nothing' }, 'fhir', /^fault: .*preflight/],
    ['FHIR open to all', { fhir: Response.json({}) }, 'fhir', /^advice: .*invented token/],
    ['FHIR at its limits', { fhir: status(503) }, 'fhir', /^unknown: .*503/],
    ['unreadable metadata', { statement: 'nothing' }, 'statement', /^advice: /],
    ['metadata behind a sign-in', { statement: status(401) }, 'statement', /^advice: .*401/],
    ['another FHIR', { statement: { fhirVersion: '3.0.2' } }, 'statement', /^fault: .*R4/],
    ['FHIR of no version', { statement: { fhirVersion: undefined } }, 'statement', /^advice: /],
    [
      'no search of Observation',
      { statement: { rest: [] } },
      'statement',
      /^advice: .*searching Observation/,
    ],
    [
      'an address with another ending',
      { statement: { implementation: { url: `${exampleServer.iss}/` } } },
      'own-address',
      /^advice: .*slash/,
    ],
    [
      'another address',
      { statement: { implementation: { url: 'https://x.example' } } },
      'own-address',
      /^advice: .*another address/,
    ],
  ])('says of %s what it means', async (_name, otherwise, subject, words) => {
    const found = about(await findAll(otherwise), subject)
    expect(found.join('\n')).toMatch(words)
  })

  it('goes on with what can be asked where discovery failed', async () => {
    const findings = await findAll({ configuration: new Response('', { status: 500 }) })
    expect(about(findings, 'discovery')).toEqual([expect.stringMatching(/^fault: .*status 500/)])
    expect(about(findings, 'token-endpoint')).toEqual([expect.stringMatching(/^unknown: /)])
    expect(about(findings, 'fhir')).toEqual([expect.stringMatching(/^well: /)])
  })

  it('takes the older way as advice, not as a fault', async () => {
    const uris = [
      { url: 'authorize', valueUri: 'https://ehr.example/oauth2/authorize' },
      { url: 'token', valueUri: 'https://ehr.example/oauth2/token' },
    ]
    const url = 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris'
    const rest = [{ security: { extension: [{ url, extension: uris }] } }]
    const findings = await findAll({
      configuration: new Response('', { status: 404 }),
      statement: { rest },
    })
    expect(about(findings, 'discovery')).toEqual([
      expect.stringMatching(/^advice: .*capability statement/),
    ])
  })

  it('names a placeholder of the client id, and an issuer that config.json names otherwise', async () => {
    const findings = await findAll({}, { isReady: false, issuer: 'https://other.example' })
    expect(about(findings, 'client')).toEqual([expect.stringMatching(/^fault: /)])
    expect(about(findings, 'issuer')[0]).toMatch(/^fault: .*to the letter/)
  })

  it('says that scopes of version 2 may be refused by a server of version 1', async () => {
    const both = { v1: 'patient/Patient.rs', v2: 'patient/Patient.rs' }
    const settings = { clientId: 'a', scope: both }
    const findings = await findAll(
      { configuration: { capabilities: ['launch-ehr'] } },
      { standalone: settings, ehr: settings },
    )
    expect(about(findings, 'scopes').join('\n')).toMatch(/scopeSyntax/)
  })

  it('sends invented secrets alone, without cookies, and asks no other host', async () => {
    const sent = answerAs({})
    const found: Finding[] = []
    for await (const finding of checkServer(exampleServer, appRoot)) found.push(finding)
    expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(new Set(['ehr.example']))
    for (const { init } of sent)
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'error' })
    const token = sent.find(({ init }) => init.method === 'POST')
    expect(Object.fromEntries(formOf(token))).toMatchObject({
      code: 'chartside-check-no-real-code',
      client_id: 'app-1',
      redirect_uri: 'https://app.example/callback/',
    })
    const guarded = sent.filter(({ init }) => new Headers(init.headers).has('authorization'))
    expect(guarded.map(({ url }) => url)).toEqual([`${exampleServer.iss}/Patient/chartside-check`])
    expect(JSON.stringify(found)).not.toContain('no-real')
  })

  it('cuts what a server wrote, and keeps it to one line', async () => {
    const text = `\u202e<b>\n${'x'.repeat(2_000)}`
    const findings = await findAll({ token: new Response(text, { status: 500 }) })
    const { quote } = findings.find(({ subject }) => subject === 'token-endpoint') ?? {}
    expect(quote).toMatch(/^<b> x{296}$/)
  })
})
