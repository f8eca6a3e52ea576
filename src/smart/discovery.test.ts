import { afterEach, describe, expect, it, vi } from 'vitest'
import { discover } from './discovery.ts'
import { answerRequests, appRoot, smartConfiguration } from './test-server.ts'

const iss = 'https://ehr.example/fhir'
const answering = (answer: () => Response) => answerRequests({ [iss]: answer })

afterEach(() => vi.unstubAllGlobals())

describe('discover', () => {
  it.each([iss, `${iss}/`])(
    'DISC-01 DISC-02 asks %s with one slash, for JSON, without credentials',
    async (base) => {
      const sent = answering(() => Response.json(smartConfiguration))
      await discover(base, appRoot)
      expect(sent.map(({ url }) => url)).toEqual([`${iss}/.well-known/smart-configuration`])
      // To another origin, which a FHIR server is, this sends none.
      expect(sent[0]?.init).toMatchObject({
        credentials: 'same-origin',
        cache: 'default',
        headers: { accept: 'application/json' },
      })
    },
  )

  it('gives what the app needs of the configuration, and nothing else', async () => {
    answering(() =>
      Response.json({
        ...smartConfiguration,
        authorization_response_iss_parameter_supported: true,
        __proto__: { tokenEndpoint: 'https://evil.example' },
      }),
    )
    await expect(discover(iss, appRoot)).resolves.toEqual({
      endpoints: {
        authorizationEndpoint: smartConfiguration.authorization_endpoint,
        tokenEndpoint: smartConfiguration.token_endpoint,
        issuer: smartConfiguration.issuer,
        jwksUri: smartConfiguration.jwks_uri,
        revocationEndpoint: undefined,
        managementEndpoint: undefined,
        sendsIss: true,
        source: 'smart-configuration',
      },
      announcesPkce: true,
      capabilities: smartConfiguration.capabilities,
    })
  })

  it.each<[string, object | string]>([
    ['F-D3 an http token endpoint', { token_endpoint: 'http://ehr.example/token' }],
    ['DISC-04 an http JWKS', { jwks_uri: 'http://ehr.example/jwks' }],
    ['END-05 an http page for reviewing access', { management_endpoint: 'http://ehr.example/m' }],
    ['F-D6 plain alone', { code_challenge_methods_supported: ['plain'] }],
    ['DISC-06 no authorization endpoint', { authorization_endpoint: undefined }],
    ['F-D7 an HTML page', '<html>'],
    ['an array', '[]'],
  ])('refuses %s', async (_name, answer) => {
    answering(() =>
      typeof answer === 'string'
        ? new Response(answer)
        : Response.json({ ...smartConfiguration, ...answer }),
    )
    await expect(discover(iss, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unusable',
      details: { host: 'ehr.example' },
    })
  })

  it('DISC-04 allows http on this machine only while the app runs on this machine', async () => {
    const local = 'http://localhost:5181'
    const endpoints = { token_endpoint: `${local}/token`, authorization_endpoint: `${local}/auth` }
    answerRequests({ [local]: () => Response.json(endpoints) })
    await expect(
      discover(`${local}/fhir`, new URL('http://127.0.0.1:5180/')),
    ).resolves.toMatchObject({ endpoints: { tokenEndpoint: `${local}/token` } })
    await expect(discover(`${local}/fhir`, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unusable',
    })
  })

  it('F-D1 says that a 404 is not a SMART server', async () => {
    answering(() => new Response('', { status: 404 }))
    await expect(discover(iss, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unusable',
      details: { status: 404 },
    })
  })

  it('DISC-08 DISC-12 tries twice before it calls the host unreachable', async () => {
    const sent = answerRequests({})
    await expect(discover(iss, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unreachable',
      details: { host: 'ehr.example' },
    })
    expect(sent).toHaveLength(2)
  })

  it('DISC-09 follows no redirect', async () => {
    const sent = answering(() => Response.json(smartConfiguration))
    await discover(iss, appRoot)
    expect(sent[0]?.init.redirect).toBe('error')
  })
})
