import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerConfig } from '../config/server-config.ts'
import { beginSignIn, type SignInStart } from './begin-sign-in.ts'
import { toBase64Url } from './random.ts'
import { answerRequests, appRoot, exampleServer, smartConfiguration } from './test-server.ts'
import { takeTransaction } from './transaction.ts'

const standalone = { launch: 'standalone' } as const
const wellKnown = 'https://ehr.example/api/FHIR/R4/.well-known/smart-configuration'

function answerDiscovery(configuration: object = smartConfiguration) {
  return answerRequests({ [wellKnown]: () => Response.json(configuration) })
}

/** Begins a sign-in; gives the address to leave for. */
const begin = async (server: ServerConfig, start: SignInStart, root: URL) =>
  (await beginSignIn(server, start, root)).address

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('beginSignIn', () => {
  it('AUTHZ-01 AUTHZ-06 AUTHZ-10 sends each parameter of the authorization request exactly once', async () => {
    answerDiscovery()
    const { origin, pathname, searchParams } = await begin(exampleServer, standalone, appRoot)
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

  it('LAUNCH-02 ISS-05 LAUNCH-09 passes an EHR launch token on byte for byte, with the settings for EHR launches', async () => {
    answerDiscovery()
    const launchToken = `a+b/c==&x%41 ${'j'.repeat(2000)}`
    const { searchParams } = await begin(
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
    const { searchParams } = await begin(
      exampleServer,
      { launch: 'ehr', iss: `${exampleServer.iss}/`, launchToken: 'l' },
      appRoot,
    )
    expect(searchParams.get('aud')).toBe(`${exampleServer.iss}/`)
  })

  it('AUTHZ-03 keeps a verifier whose SHA-256 is the challenge', async () => {
    answerDiscovery()
    const { searchParams } = await begin(exampleServer, standalone, appRoot)
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
    for (let i = 0; i < 20; i += 1) addresses.push(await begin(exampleServer, standalone, appRoot))
    const drawn = addresses.flatMap(({ searchParams }) => [
      searchParams.get('state') ?? '',
      searchParams.get('nonce') ?? '',
    ])
    expect(new Set(drawn).size).toBe(40)
    for (const text of drawn) expect(text).toMatch(/^[\w-]{43}$/)
  })

  it('AUTHZ-04 DISC-05 sends the S256 challenge even to a server that does not list it', async () => {
    answerDiscovery({ ...smartConfiguration, code_challenge_methods_supported: undefined })
    const { searchParams } = await begin(exampleServer, standalone, appRoot)
    expect(searchParams.get('code_challenge_method')).toBe('S256')
  })

  it('AUTHZ-01 keeps the query of an authorization endpoint that has one', async () => {
    answerDiscovery({
      ...smartConfiguration,
      authorization_endpoint: 'https://ehr.example/oauth2/authorize?tenant=1',
    })
    const { searchParams } = await begin(exampleServer, standalone, appRoot)
    expect(searchParams.get('tenant')).toBe('1')
    expect(searchParams.get('response_type')).toBe('code')
  })

  it('DISC-01 asks for the configuration once, and for nothing else', async () => {
    const sent = answerDiscovery()
    await begin(exampleServer, standalone, appRoot)
    expect(sent.map(({ url }) => url)).toEqual([wellKnown])
  })

  it('STO-02 keeps nothing in storage but its own transaction', async () => {
    answerDiscovery()
    const { searchParams } = await begin(exampleServer, standalone, appRoot)
    expect(Object.keys(sessionStorage)).toEqual([
      `chartside:${searchParams.get('state') ?? ''}:transaction`,
    ])
  })

  it('sends nothing for a server whose client id is still the placeholder', async () => {
    const sent = answerDiscovery()
    await expect(
      begin({ ...exampleServer, isReady: false }, standalone, appRoot),
    ).rejects.toMatchObject({ failure: 'server-not-set-up' })
    expect(sent).toEqual([])
  })

  const ehr = (launchToken: string): SignInStart => ({
    launch: 'ehr',
    iss: exampleServer.iss,
    launchToken,
  })
  const long = 'j'.repeat(2_000)
  const takesForms = { capabilities: ['authorize-post'] }

  it.each<[string, object, SignInStart, 'get' | 'post']>([
    ['a launch too long for an address', takesForms, ehr(long), 'post'],
    ['a short one', takesForms, ehr('l-1'), 'get'],
    ['a long one where the server takes no forms', {}, ehr(long), 'get'],
    ['a sign-in by hand, however long', takesForms, standalone, 'get'],
  ])('AUTHZ-08 leaves by the right method for %s', async (_name, configuration, start, method) => {
    answerDiscovery({ ...smartConfiguration, capabilities: undefined, ...configuration })
    const scope = { v1: `openid ${long}`, v2: `openid ${long}` }
    const server = { ...exampleServer, standalone: { clientId: 'app-1', scope } }
    const request = await beginSignIn(server, start, appRoot)
    expect(request.method).toBe(method)
    const parameters = request.method === 'post' ? request.form : request.address.searchParams
    expect(parameters.get('code_challenge_method')).toBe('S256')
    expect(parameters.get('nonce')).toMatch(/^[\w-]{43}$/)
  })

  it.each([
    ['v2', ['permission-v2'], 'patient/Patient.rs'],
    ['v1', ['permission-v1'], 'patient/Patient.read'],
  ])('SCOPE-07 asks in the syntax that the server lists: %s', async (_name, listed, scope) => {
    answerDiscovery({ ...smartConfiguration, capabilities: listed })
    const { searchParams } = await begin(exampleServer, standalone, appRoot)
    expect(searchParams.get('scope')?.split(' ')).toContain(scope)
    expect(searchParams.get('scope')?.split(' ')).toHaveLength(4)
  })

  it('IDT-02 takes the issuer of the configuration where the server names none', async () => {
    answerDiscovery({ ...smartConfiguration, issuer: undefined })
    const server = { ...exampleServer, issuer: 'https://ehr.example/own' }
    const { searchParams } = await begin(server, standalone, appRoot)
    const state = searchParams.get('state') ?? ''
    expect(takeTransaction(state, Date.now())?.issuer).toBe('https://ehr.example/own')
  })

  it('IDT-02 stops where configuration and server name different issuers', async () => {
    answerDiscovery()
    const server = { ...exampleServer, issuer: `${smartConfiguration.issuer}/` }
    await expect(begin(server, standalone, appRoot)).rejects.toMatchObject({
      failure: 'discovery-unusable',
    })
  })

  it('DISC-10 MIX-03 keeps what this server said for this launch, and nothing for another', async () => {
    answerDiscovery()
    const first = await begin(exampleServer, standalone, appRoot)
    answerDiscovery({ ...smartConfiguration, token_endpoint: 'https://ehr.example/other' })
    const second = await begin(exampleServer, standalone, appRoot)
    const endpoints = [first, second].map(
      ({ searchParams }) =>
        takeTransaction(searchParams.get('state') ?? '', Date.now())?.tokenEndpoint,
    )
    expect(endpoints).toEqual([smartConfiguration.token_endpoint, 'https://ehr.example/other'])
  })
})
