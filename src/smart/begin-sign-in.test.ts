import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginSignIn } from './begin-sign-in.ts'
import { toBase64Url } from './random.ts'
import { answerRequests, appRoot, exampleServer, smartConfiguration } from './test-server.ts'
import { takeTransaction } from './transaction.ts'

const standalone = { launch: 'standalone' } as const
const wellKnown = 'https://ehr.example/api/FHIR/R4/.well-known/smart-configuration'

function answerDiscovery(configuration: object = smartConfiguration) {
  return answerRequests({ [wellKnown]: () => Response.json(configuration) })
}

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('beginSignIn', () => {
  it('AUTHZ-01 sends each parameter of the authorization request exactly once', async () => {
    answerDiscovery()
    const { origin, pathname, searchParams } = await beginSignIn(exampleServer, standalone, appRoot)
    expect(origin + pathname).toBe('https://ehr.example/oauth2/authorize')
    expect([...searchParams.keys()].toSorted()).toEqual(
      [
        'aud',
        'client_id',
        'code_challenge',
        'code_challenge_method',
        'nonce',
        'redirect_uri',
        'response_type',
        'scope',
        'state',
      ].toSorted(),
    )
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'app-1',
      redirect_uri: 'https://app.example/callback/',
      scope: 'openid fhirUser launch/patient patient/Patient.rs',
      aud: 'https://ehr.example/api/FHIR/R4',
      code_challenge_method: 'S256',
    })
  })

  it('LAUNCH-02 passes an EHR launch token on byte for byte, with the settings for EHR launches', async () => {
    answerDiscovery()
    const launchToken = `a+b/c==&x%41 ${'j'.repeat(2000)}`
    const { searchParams } = await beginSignIn(
      exampleServer,
      { launch: 'ehr', iss: exampleServer.iss, launchToken },
      appRoot,
    )
    expect(searchParams.get('launch')).toBe(launchToken)
    expect(searchParams.get('client_id')).toBe('app-1-ehr')
    expect(searchParams.get('scope')?.split(' ')).toContain('launch')
  })

  it('ISS-02 AUTHZ-07 sends the iss of the launch to the letter as aud', async () => {
    answerRequests({ [wellKnown]: () => Response.json(smartConfiguration) })
    const { searchParams } = await beginSignIn(
      exampleServer,
      { launch: 'ehr', iss: `${exampleServer.iss}/`, launchToken: 'l' },
      appRoot,
    )
    expect(searchParams.get('aud')).toBe(`${exampleServer.iss}/`)
  })

  it('AUTHZ-03 keeps a verifier whose SHA-256 is the challenge', async () => {
    answerDiscovery()
    const { searchParams } = await beginSignIn(exampleServer, standalone, appRoot)
    const transaction = takeTransaction(searchParams.get('state') ?? '', Date.now())
    const verifier = transaction?.codeVerifier ?? ''
    expect(verifier).toMatch(/^[\w-]{43,128}$/)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))
    expect(searchParams.get('code_challenge')).toBe(toBase64Url(new Uint8Array(digest)))
    expect(transaction).toMatchObject({
      nonce: searchParams.get('nonce'),
      tokenEndpoint: smartConfiguration.token_endpoint,
      launch: 'standalone',
      serverId: 'example',
    })
  })

  it('AUTHZ-02 AUTHZ-05 draws state and nonce from the CSPRNG, whatever Math.random says', async () => {
    answerDiscovery()
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const addresses = []
    for (let i = 0; i < 20; i += 1)
      addresses.push(await beginSignIn(exampleServer, standalone, appRoot))
    const drawn = addresses.flatMap(({ searchParams }) => [
      searchParams.get('state') ?? '',
      searchParams.get('nonce') ?? '',
    ])
    expect(new Set(drawn).size).toBe(40)
    for (const text of drawn) expect(text).toMatch(/^[\w-]{43}$/)
  })

  it('AUTHZ-04 DISC-05 sends the S256 challenge even to a server that does not list it', async () => {
    answerDiscovery({ ...smartConfiguration, code_challenge_methods_supported: undefined })
    const { searchParams } = await beginSignIn(exampleServer, standalone, appRoot)
    expect(searchParams.get('code_challenge_method')).toBe('S256')
  })

  it('AUTHZ-01 keeps the query of an authorization endpoint that has one', async () => {
    answerDiscovery({
      ...smartConfiguration,
      authorization_endpoint: 'https://ehr.example/oauth2/authorize?tenant=1',
    })
    const { searchParams } = await beginSignIn(exampleServer, standalone, appRoot)
    expect(searchParams.get('tenant')).toBe('1')
    expect(searchParams.get('response_type')).toBe('code')
  })

  it('DISC-01 asks for the configuration once, and for nothing else', async () => {
    const sent = answerDiscovery()
    await beginSignIn(exampleServer, standalone, appRoot)
    expect(sent.map(({ url }) => url)).toEqual([wellKnown])
  })

  it('STO-02 keeps nothing in storage but its own transaction', async () => {
    answerDiscovery()
    const { searchParams } = await beginSignIn(exampleServer, standalone, appRoot)
    expect(Object.keys(sessionStorage)).toEqual([
      `chartside:${searchParams.get('state') ?? ''}:transaction`,
    ])
  })

  it('sends nothing for a server whose client id is still the placeholder', async () => {
    const sent = answerDiscovery()
    await expect(
      beginSignIn({ ...exampleServer, isReady: false }, standalone, appRoot),
    ).rejects.toMatchObject({ failure: 'server-not-set-up' })
    expect(sent).toEqual([])
  })
})
