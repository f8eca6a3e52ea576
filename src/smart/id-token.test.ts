import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchKeys, verifyIdToken, type ServerKeys } from './id-token.ts'
import { answerRequests, createSigner } from './test-server.ts'

const signer = await createSigner('key-1')
const other = await createSigner('key-2')
const keys: ServerKeys = { keys: [signer.jwk] }
const expected = {
  issuer: 'https://ehr.example/oauth2',
  clientId: 'app-1',
  nonce: 'n-1',
  iss: 'https://ehr.example/fhir',
}
const now = () => Math.floor(Date.now() / 1000)
const claims = (changed: Record<string, unknown> = {}) => ({
  iss: expected.issuer,
  aud: 'app-1',
  sub: 'user-1',
  iat: now(),
  exp: now() + 300,
  nonce: 'n-1',
  ...changed,
})
const none = () => Promise.resolve(undefined)
const unsigned = (header: object, payload: object) =>
  [header, payload].map((part) => btoa(JSON.stringify(part)).replaceAll('=', '')).join('.')

afterEach(() => vi.unstubAllGlobals())

describe('verifyIdToken', () => {
  it.each([
    ['exp a minute ago, within the skew', { exp: now() - 60 }],
    ['one of several audiences with azp', { aud: ['x', 'app-1'], azp: 'app-1' }],
  ])('IDT-03 IDT-04 accepts %s', async (_name, changed) => {
    const token = await signer.sign(claims(changed))
    await expect(verifyIdToken(token, expected, keys, none)).resolves.toMatchObject({
      identity: { kind: 'verified' },
    })
  })

  it.each([
    ['F-I3 another issuer', { iss: 'https://evil.example' }],
    ['F-I3 an issuer that differs by a slash', { iss: `${expected.issuer}/` }],
    ['F-I4 another audience', { aud: 'someone-else' }],
    ['F-I4 several audiences without azp', { aud: ['app-1', 'x'] }],
    ['F-I4 another authorized party', { aud: 'app-1', azp: 'x' }],
    ['F-I5 a token that expired three minutes ago', { exp: now() - 180 }],
    ['F-I6 a token of the future', { iat: now() + 600 }],
    ['IDT-04 a token issued an hour ago', { iat: now() - 3600 }],
    ['F-I7 IDT-06 another nonce', { nonce: 'n-2' }],
    ['F-I7 IDT-06 no nonce', { nonce: undefined }],
    ['IDT-09 no subject', { sub: undefined }],
    ['IDT-04 no expiry', { exp: undefined }],
  ])('refuses %s, with and without keys', async (_name, changed) => {
    const token = await signer.sign(claims(changed))
    for (const known of [keys, undefined])
      await expect(verifyIdToken(token, expected, known, none)).rejects.toMatchObject({
        failure: 'identity-invalid',
      })
  })

  it('IDT-02 refuses when the server names no issuer', async () => {
    const token = await signer.sign(claims())
    await expect(
      verifyIdToken(token, { ...expected, issuer: undefined }, keys, none),
    ).rejects.toMatchObject({ failure: 'identity-invalid' })
  })

  it('F-I1 F-I2 IDT-05 refuses alg none and HMAC, with and without keys', async () => {
    const tokens = [
      `${unsigned({ alg: 'none' }, claims())}.`,
      `${unsigned({ alg: 'HS256', kid: 'key-1' }, claims())}.AAAA`,
    ]
    for (const token of tokens)
      for (const known of [keys, undefined])
        await expect(verifyIdToken(token, expected, known, none)).rejects.toMatchObject({
          failure: 'identity-invalid',
        })
  })

  it('refuses a signature by another key under the same kid', async () => {
    const forger = await createSigner('key-1')
    const token = await forger.sign(claims())
    await expect(verifyIdToken(token, expected, keys, none)).rejects.toMatchObject({
      failure: 'identity-invalid',
    })
  })

  it('F-I8 IDT-07 asks for the keys once more when the token names an unknown one', async () => {
    const token = await other.sign(claims())
    const refetch = vi.fn<() => Promise<ServerKeys>>(() =>
      Promise.resolve({ keys: [signer.jwk, other.jwk] }),
    )
    await expect(verifyIdToken(token, expected, keys, refetch)).resolves.toMatchObject({
      identity: { kind: 'verified' },
    })
    expect(refetch).toHaveBeenCalledTimes(1)
    await expect(
      verifyIdToken(token, expected, keys, () => Promise.resolve(keys)),
    ).rejects.toMatchObject({ failure: 'identity-invalid' })
  })

  it('F-I9 IDT-07 ignores a key in the header', async () => {
    const token = await other.sign(claims(), { kid: 'key-1', jwk: other.jwk })
    await expect(verifyIdToken(token, expected, keys, none)).rejects.toMatchObject({
      failure: 'identity-invalid',
    })
  })

  it('F-I14 refuses what is not a token', async () => {
    for (const known of [keys, undefined])
      await expect(verifyIdToken('not.a.jwt', expected, known, none)).rejects.toMatchObject({
        failure: 'identity-invalid',
      })
  })

  it('F-I11 reads claims beyond ASCII', async () => {
    const token = await signer.sign(claims({ sub: 'Ðßÿ¿ Zoë ~~?~?~' }))
    await expect(verifyIdToken(token, expected, keys, none)).resolves.toMatchObject({
      identity: { kind: 'verified' },
    })
  })

  it.each([
    ['Practitioner/dr-1', 'https://ehr.example/fhir/Practitioner/dr-1'],
    ['https://ehr.example/fhir/Patient/p', 'https://ehr.example/fhir/Patient/p'],
    ['https://other.example/fhir/RelatedPerson/p', 'https://other.example/fhir/RelatedPerson/p'],
    ['Device/d', undefined],
    ['javascript:alert(1)', undefined],
    [7, undefined],
  ])('F-I10 IDT-10 reads the fhirUser %s as %s', async (fhirUser, read) => {
    const token = await signer.sign(claims({ fhirUser }))
    const { identity } = await verifyIdToken(token, expected, keys, none)
    expect(identity).toEqual({ kind: 'verified', fhirUser: read })
  })
})

describe('fetchKeys', () => {
  it('DISC-02 reads the keys without credentials', async () => {
    const sent = answerRequests({ 'https://k.example': () => Response.json({ keys: [] }) })
    await expect(fetchKeys('https://k.example/jwks')).resolves.toEqual({ keys: [] })
    expect(sent[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error' })
  })

  it.each([
    ['no address', undefined],
    ['an unreachable one', 'https://gone.example/'],
    ['an error', 'https://k.example/'],
    ['something else', 'https://x.example/'],
  ])('F-I13 gives nothing for %s', async (_name, url) => {
    answerRequests({
      'https://k.example': () => Response.json({ keys: [] }, { status: 500 }),
      'https://x.example': () => new Response('<html>'),
    })
    await expect(fetchKeys(url)).resolves.toBeUndefined()
  })
})
