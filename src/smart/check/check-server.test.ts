import { afterEach, describe, expect, it, vi } from 'vitest'
import { exampleServer, formOf } from '../test-server.ts'
import type { Subject } from './finding.ts'
import { about, answerAs, collectFindings, findAll, type Otherwise } from './test-check.ts'

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
      'scopes-listed',
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
      /^well: .*openid-configuration: issuer.*doesn’t mind/,
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
    ['unreadable FHIR', { fhir: 'nothing' }, 'fhir', /^fault: .*Most likely.*preflight/],
    ['FHIR open to all', { fhir: Response.json({}) }, 'fhir', /^advice: .*invented token/],
    ['FHIR at its limits', { fhir: status(503) }, 'fhir', /^unknown: .*503/],
    ['FHIR that finds no patient', { fhir: status(404) }, 'fhir', /^unknown: .*404.* doesn’t say/],
    ['FHIR that forbids', { fhir: status(403) }, 'fhir', /^well: .*403/],
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

  it('sends invented secrets alone, without cookies, and asks no other host', async () => {
    const sent = answerAs({})
    const found = await collectFindings()
    expect(new Set(sent.map(({ url }) => new URL(url).host))).toEqual(new Set(['ehr.example']))
    for (const { url, init } of sent) {
      // Discovery may be taken from what the page has asked for; to another origin, no cookie goes with that either.
      const credentials = url.endsWith('/smart-configuration') ? 'same-origin' : 'omit'
      expect(init).toMatchObject({ credentials, redirect: 'error' })
    }
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

  it('reads public documents alone where nothing is to be refused, and says what it left out', async () => {
    const sent = answerAs({})
    const found = await collectFindings({}, { sendsRefused: false })
    expect(sent.length).toBeGreaterThan(3)
    for (const { init } of sent) {
      expect(init.method ?? 'GET').toBe('GET')
      expect(new Headers(init.headers).has('authorization')).toBe(false)
    }
    expect(about(found, 'token-endpoint')).toEqual([expect.stringMatching(/^unknown: Not asked/)])
    expect(about(found, 'fhir')).toEqual([expect.stringMatching(/^unknown: Not asked/)])
  })

  it('cuts what a server wrote, and keeps it to one line', async () => {
    const fhirVersion = `\u202e<b>\n${'x'.repeat(2_000)}`
    const findings = await findAll({ statement: { fhirVersion } })
    const { quote } = findings.find(({ subject }) => subject === 'statement') ?? {}
    expect(quote).toMatch(/^<b> x{296}$/)
  })
})
