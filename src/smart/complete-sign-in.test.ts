import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { holdSession } from './session-lock.ts'
import { keepSession, openSession } from './session-store.ts'
import { stubLocks } from './test-locks.ts'
import { exampleServer, formOf } from './test-server.ts'
import { exampleStored } from './test-session.ts'
import { signIn, type Scene } from './test-sign-in.ts'

beforeEach(() => sessionStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('completeSignIn', () => {
  it('turns an answer into a session that the address can name', async () => {
    const { complete } = await signIn()
    const { session } = await complete()
    expect(session).toMatchObject({
      patientId: 'pat-1',
      launch: 'standalone',
      serverName: 'Example Hospital',
      iss: exampleServer.iss,
      identity: {
        kind: 'verified',
        fhirUser: 'https://ehr.example/api/FHIR/R4/Practitioner/dr-1',
      },
    })
    const opened = openSession(session.id, [exampleServer], Date.now())
    expect(opened.session).toEqual(session)
    expect(opened.accessToken).toBe('at-canary')
  })

  it('TOK-01 sends the code byte for byte, the verifier and the client id, and no Authorization', async () => {
    const code = `a+b/c==&x%41#f ${'z'.repeat(2000)}`
    const { complete, tokenRequests } = await signIn(
      {},
      (state) => `?code=${encodeURIComponent(code)}&state=${state}`,
    )
    await complete()
    const init = tokenRequests()[0]?.init
    const form = formOf(tokenRequests()[0])
    expect(Object.fromEntries(form)).toMatchObject({
      grant_type: 'authorization_code',
      code,
      redirect_uri: exampleServer.redirectUri,
      client_id: 'app-1',
    })
    expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/)
    expect(new Headers(init?.headers).has('authorization')).toBe(false)
  })

  it('TOK-01 reads a plus sign in the answer as the space that it stands for', async () => {
    const { complete, tokenRequests } = await signIn({}, (state) => `?code=a+b%2Bc&state=${state}`)
    await complete()
    const form = formOf(tokenRequests()[0])
    expect(form.get('code')).toBe('a b+c')
  })

  it('CB-02 uses the transaction up also when the answer is malformed', async () => {
    const { complete } = await signIn({}, (state) => `?state=${state}`)
    await expect(complete()).rejects.toMatchObject({ failure: 'callback-malformed' })
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('TOK-02 sends the code without cookies, follows no redirect and names no referrer', async () => {
    const { complete, tokenRequests } = await signIn()
    await complete()
    expect(tokenRequests()[0]?.init).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
  })

  it('CB-02 CB-07 uses an answer once; the second time sends nothing', async () => {
    const { complete, tokenRequests } = await signIn()
    await complete()
    await expect(complete()).rejects.toMatchObject({ failure: 'transaction-unknown' })
    expect(tokenRequests()).toHaveLength(1)
  })

  it.each<[string, (state: string) => string, string]>([
    ['CB-04 no parameters', () => '', 'callback-empty'],
    ['CB-01 an unknown state', () => '?code=c&state=other', 'transaction-unknown'],
    ['CB-01 an error without state', () => '?error=x&error_description=y', 'callback-malformed'],
    ['CB-03 code and error', (s) => `?code=c&error=x&state=${s}`, 'callback-malformed'],
    ['CB-03 neither', (s) => `?state=${s}`, 'callback-malformed'],
    ['CB-03 a code twice', (s) => `?code=c&code=d&state=${s}`, 'callback-malformed'],
    ['ERR-01 access denied', (s) => `?error=access_denied&state=${s}`, 'authorization-refused'],
    [
      'MIX-02 the iss of another server',
      (s) => `?code=c&state=${s}&iss=https%3A%2F%2Fevil.example`,
      'answer-mixed-up',
    ],
  ])('refuses %s and asks for no token', async (_name, answer, failure) => {
    const { complete, tokenRequests } = await signIn({}, answer)
    await expect(complete()).rejects.toMatchObject({ failure })
    expect(tokenRequests()).toEqual([])
  })

  it('MIX-01 refuses an answer at the redirect address of another server', async () => {
    const { complete, tokenRequests } = await signIn(
      {},
      undefined,
      'https://app.example/callback/other/',
    )
    await expect(complete()).rejects.toMatchObject({ failure: 'answer-mixed-up' })
    expect(tokenRequests()).toEqual([])
  })

  it('MIX-02 refuses an answer without iss from a server that always sends it', async () => {
    const configuration = { authorization_response_iss_parameter_supported: true }
    const { complete } = await signIn({ configuration })
    await expect(complete()).rejects.toMatchObject({ failure: 'answer-mixed-up' })
  })

  it('AUTHZ-12 refuses an answer that comes after more than ten minutes', async () => {
    const { complete } = await signIn()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 60_000 + 1)
    await expect(complete()).rejects.toMatchObject({ failure: 'transaction-unknown' })
    vi.restoreAllMocks()
  })

  it.each<[string, Scene, string]>([
    ['TOK-08 no patient', { token: { patient: undefined } }, 'no-patient'],
    ['TOK-03 another token type', { token: { token_type: 'DPoP' } }, 'token-unusable'],
    ['TOK-03 no access token', { token: { access_token: '' } }, 'token-unusable'],
    ['TOK-09 a patient that is no id', { token: { patient: '../x' } }, 'token-unusable'],
    ['SCOPE-03 no scope at all', { token: { scope: '' } }, 'nothing-granted'],
    ['F-I15 no id_token', { token: { id_token: undefined } }, 'identity-invalid'],
    ['F-I7 another nonce', { claims: { nonce: 'other' } }, 'identity-invalid'],
    [
      'ERR-04 invalid_grant with a null description',
      {
        tokenAnswer: () =>
          Response.json({ error: 'invalid_grant', error_description: null }, { status: 400 }),
      },
      'token-refused',
    ],
    [
      'ERR-04 an HTML page',
      { tokenAnswer: () => new Response('<h1>Oops</h1>', { status: 502 }) },
      'token-refused',
    ],
    [
      'ERR-05 no answer',
      {
        tokenAnswer: () => {
          throw new TypeError('Failed to fetch')
        },
      },
      'token-unreachable',
    ],
  ])('stops at %s and keeps no session', async (_name, scene, failure) => {
    const { complete } = await signIn(scene)
    await expect(complete()).rejects.toMatchObject({ failure, details: { launch: 'standalone' } })
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('STO-03 keeps neither verifier, nonce, state nor id_token after the exchange', async () => {
    const { complete } = await signIn()
    await complete()
    const kept = JSON.stringify(Object.entries(sessionStorage))
    expect(Object.keys(sessionStorage)).toHaveLength(1)
    expect(kept).not.toMatch(/codeVerifier|nonce|id_token|eyJ/)
  })

  it('CB-09 gives every session a new id, other than the state', async () => {
    const { complete, sent } = await signIn()
    const { session } = await complete()
    expect(session.id).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(sent)).not.toContain(session.id)
  })

  it('IDT-08 calls the identity unverified where the keys can not be read, and says no user', async () => {
    const { complete } = await signIn({ jwks: () => Response.error() })
    expect((await complete()).session.identity).toEqual({ kind: 'unverified' })
  })

  it('SCOPE-03 takes a missing scope as granted as asked', async () => {
    const { complete } = await signIn({ token: { scope: undefined } })
    expect((await complete()).session.scope).toBe(exampleServer.standalone.scope.v2)
  })

  it.each([
    ['pat-1', 'results/loinc-4548-4'],
    ['pat-2', undefined],
  ])(
    'CB-08 comes back to a view of the same patient alone: of %s to %s',
    async (patientId, route) => {
      const returnTo = { route: 'results/loinc-4548-4', patientId }
      const { signedIn } = await signIn({ returnTo })
      expect(await signedIn()).toMatchObject({ kind: 'session', route })
    },
  )

  it('TAB-03 forgets the session that this one follows, but none that a page still shows', async () => {
    stubLocks()
    const { complete } = await signIn()
    keepSession(exampleStored({ id: 'before' }))
    keepSession(exampleStored({ id: 'beside' }))
    holdSession('beside')
    const { session } = await complete()
    const kept = Object.keys(sessionStorage).toSorted()
    expect(kept).toEqual([`chartside:${session.id}:session`, 'chartside:beside:session'].toSorted())
  })
})
