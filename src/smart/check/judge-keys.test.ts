import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { createSigner } from '../test-server.ts'
import { judgeKeys } from './judge-keys.ts'
import { goodKey } from './test-check.ts'

const verdictOf = (...keys: unknown[]) => judgeKeys(keys).verdict

describe('judgeKeys', () => {
  it.each(['RS256', 'RS384', 'ES256', 'ES384'])('takes a real key of %s', async (alg) => {
    const { jwk } = await createSigner('one', alg)
    expect(verdictOf(jwk)).toBe('well')
  })

  it.each<[string, object]>([
    ['a key for encryption', { use: 'enc' }],
    ['a key of another algorithm', { alg: 'PS256' }],
    ['a short RSA key', { n: 'n'.repeat(171) }],
    ['a key of another kind', { kty: 'OKP', crv: 'Ed25519', x: 'x' }],
    ['a curve nobody signs with', { kty: 'EC', crv: 'secp256k1', x: 'x', y: 'y' }],
  ])('finds no use in %s', (_name, change) => {
    expect(verdictOf({ ...goodKey, ...change })).toBe('fault')
    expect(verdictOf({ ...goodKey, ...change }, goodKey)).toBe('well')
  })

  it('warns of a secret among good keys, symmetric or private', async () => {
    expect(verdictOf(goodKey, { kty: 'oct', k: 'c2VjcmV0' })).toBe('fault')
    const { privateKey } = await generateKeyPair('ES256', { extractable: true })
    const whole = await exportJWK(privateKey)
    await expect(
      new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(whole),
    ).resolves.toBeDefined()
    const finding = judgeKeys([goodKey, whole])
    expect(finding.words).toContain('secret or private')
    expect(JSON.stringify(finding)).not.toContain(whole.d)
  })

  it.each([[], ['a text', null, 3]])('says that none of %j can be used', (...keys) => {
    expect(judgeKeys(keys)).toMatchObject({ verdict: 'fault' })
  })

  it('F-I8 advises names where there are several', () => {
    expect(verdictOf(goodKey, { ...goodKey, kid: undefined })).toBe('advice')
  })
})
