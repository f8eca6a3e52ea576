import { afterEach, describe, expect, it, vi } from 'vitest'
import { discover } from './discovery.ts'
import { readOauthUris } from './oauth-uris.ts'
import { answerRequests, appRoot } from './test-server.ts'

const iss = 'https://ehr.example/api/FHIR/R4'
const configuration = `${iss}/.well-known/smart-configuration`
const metadata = `${iss}/metadata`

const statement = (uris: Record<string, string>) => ({
  resourceType: 'CapabilityStatement',
  rest: [
    {
      security: {
        extension: [
          { url: 'https://other.example/extension' },
          {
            url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
            extension: Object.entries(uris).map(([url, valueUri]) => ({ url, valueUri })),
          },
        ],
      },
    },
  ],
})

const uris = {
  authorize: 'https://ehr.example/oauth2/authorize',
  token: 'https://ehr.example/oauth2/token',
}
const html = (status: number) => new Response('<html>', { status })

afterEach(() => vi.unstubAllGlobals())

describe('discover, the older way', () => {
  it.each([
    ['F-D1 404', () => html(404)],
    ['F-D7 a page that is no JSON', () => html(200)],
  ])('DISC-07 reads the CapabilityStatement after %s', async (_name, answer) => {
    const sent = answerRequests({
      [configuration]: answer,
      [metadata]: () => Response.json(statement(uris)),
    })
    await expect(discover(iss, appRoot)).resolves.toEqual({
      endpoints: {
        authorizationEndpoint: uris.authorize,
        tokenEndpoint: uris.token,
        issuer: undefined,
        jwksUri: undefined,
        revocationEndpoint: undefined,
        managementEndpoint: undefined,
        sendsIss: false,
        source: 'capability-statement',
      },
      announcesPkce: false,
      capabilities: [],
    })
    expect(sent.map(({ url }) => url)).toEqual([configuration, metadata])
    expect(sent[1]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' })
  })

  it.each<[string, () => Response, string]>([
    ['a server error', () => html(500), 'discovery-unusable'],
    ['a refusal', () => html(403), 'discovery-unusable'],
    [
      'F-D8 no answer',
      () => {
        throw new TypeError('Failed to fetch')
      },
      'discovery-unreachable',
    ],
  ])('DISC-07 does not take %s for a reason to go there', async (_name, answer, failure) => {
    const sent = answerRequests({
      [configuration]: answer,
      [metadata]: () => Response.json(statement(uris)),
    })
    await expect(discover(iss, appRoot)).rejects.toMatchObject({ failure })
    expect(sent.filter(({ url }) => url === metadata)).toEqual([])
  })

  it.each([
    ['is not there', () => html(404)],
    ['names no addresses', () => Response.json({ resourceType: 'CapabilityStatement' })],
    [
      'can not be reached',
      () => {
        throw new TypeError('Failed to fetch')
      },
    ],
  ])('DISC-07 names the first cause where the CapabilityStatement %s', async (_name, answer) => {
    answerRequests({ [configuration]: () => html(404), [metadata]: answer })
    await expect(discover(iss, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unusable',
      details: { status: 404, reason: 'there is no SMART configuration' },
    })
  })

  it('F-D2 DISC-03 reads relative addresses against the FHIR base', async () => {
    answerRequests({
      [configuration]: () => html(404),
      [metadata]: () =>
        Response.json(statement({ authorize: '../../../oauth2/authorize', token: 'token' })),
    })
    await expect(discover(`${iss}/`, appRoot)).resolves.toMatchObject({
      endpoints: {
        authorizationEndpoint: 'https://ehr.example/oauth2/authorize',
        tokenEndpoint: `${iss}/token`,
      },
    })
  })

  it('F-D3 DISC-04 refuses an http address there too', async () => {
    answerRequests({
      [configuration]: () => html(404),
      [metadata]: () =>
        Response.json(statement({ ...uris, token: 'http://ehr.example/oauth2/token' })),
    })
    await expect(discover(iss, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unusable',
      details: { reason: 'token_endpoint is not an https address' },
    })
  })
})

describe('readOauthUris', () => {
  it.each([null, 7, [], {}, { rest: 7 }, { rest: [{ security: { extension: 'x' } }] }])(
    'finds nothing in %j',
    (json) => {
      expect(readOauthUris(json)).toBeUndefined()
    },
  )

  it('takes revocation and management along, and nothing it does not know', () => {
    const more = { ...uris, revoke: 'r', manage: 'm', register: 'x' }
    expect(readOauthUris(statement(more))).toEqual({
      authorization_endpoint: uris.authorize,
      token_endpoint: uris.token,
      revocation_endpoint: 'r',
      management_endpoint: 'm',
    })
  })
})
