import { decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, readJson } from './smart-client.ts'

let ehr: LocalEhr
let strict: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  strict = new SmartClient(ehr.origin, 'strict-ig')
})
afterAll(async () => ehr.close())

describe('discovery', () => {
  it.each(['strict-ig', 'epic-ehr', 'epic-mychart'])(
    '%s names S256 and its addresses',
    async (id) => {
      const issuer = `${ehr.origin}/${id}/oauth2`
      const json = await readJson(`${ehr.origin}/${id}/api/FHIR/R4/.well-known/smart-configuration`)
      expect(json).toMatchObject({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        code_challenge_methods_supported: ['S256'],
      })
      expect('revocation_endpoint' in json).toBe(id === 'strict-ig')
      const capabilities = json['capabilities'] as string[]
      expect(capabilities).toContain('client-public')
      expect(capabilities.includes('launch-ehr')).toBe(id !== 'epic-mychart')
    },
  )

  it('DISC-11 openid-configuration agrees with it', async () => {
    const issuer = `${ehr.origin}/strict-ig/oauth2`
    const json = await readJson(`${issuer}/.well-known/openid-configuration`)
    expect(json).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
    })
  })

  it('IDT-07 publishes the public half of the key that signs, and no more', async () => {
    const authorization = await strict.launch()
    const { json } = await strict.exchange(authorization)
    const { keys } = await readJson(String(authorization.configuration['jwks_uri']))
    const { kid } = decodeProtectedHeader(String(json['id_token']))
    expect(keys).toEqual([expect.objectContaining({ kid, kty: 'RSA' })])
    expect(JSON.stringify(keys)).not.toMatch(/"d":/)
  })

  it.each(['.well-known/smart-configuration', 'metadata'])(
    '%s lets the app read it and no other origin',
    async (path) => {
      const read = (origin: string) => strict.fhir(path, undefined, { Origin: origin })
      const mine = await read(appOrigin)
      const foreign = await read('http://127.0.0.1:5180')
      expect(mine.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin)
      expect(foreign.headers.get('Access-Control-Allow-Origin')).toBeNull()
    },
  )
})
