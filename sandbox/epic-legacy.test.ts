import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appRoot, readJson, walkPages } from './smart-client.ts'
import type { Answer, Authorization } from './smart-client.ts'

let ehr: LocalEhr
let legacy: SmartClient
let authorization: Authorization
let exchanged: Answer

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  legacy = new SmartClient(ehr.origin, 'epic-legacy')
  authorization = await legacy.launch()
  exchanged = await legacy.exchange(authorization)
})
afterAll(async () => ehr.close())

describe('epic-legacy', () => {
  it('DISC-05 says nothing of PKCE nor of scope versions, and asks for S256 all the same', async () => {
    const { configuration } = authorization
    expect(configuration).not.toHaveProperty('code_challenge_methods_supported')
    expect(String(configuration['capabilities'])).not.toMatch(/permission-v\d|authorize-post/)
    expect(configuration['capabilities']).toContain('launch-ehr')
    const { response, location } = await legacy.launch({ code_challenge_method: 'plain' })
    expect([response.status, location]).toEqual([400, undefined])
  })

  it('SCOPE-02 grants scopes of version 1, in two spellings and twice, with a space at the end', () => {
    const scope = String(exchanged.json['scope'])
    expect(scope).toBe(
      'openid fhirUser launch ' +
        'patient/Patient.Read patient/Patient.read patient/Patient.read ' +
        'patient/Observation.Read patient/Observation.read patient/Observation.read ' +
        'patient/Encounter.Read patient/Encounter.read patient/Encounter.read ',
    )
  })

  it('TOK-03 TOK-05 sends "bearer" with an opaque token of 54 minutes', () => {
    expect(exchanged.json).toMatchObject({
      token_type: 'bearer',
      expires_in: 3240,
      patient: 'gen-dana-demo',
      need_patient_banner: 'false',
    })
    expect(exchanged.json['access_token']).toMatch(/^[\w-]+$/)
    expect(exchanged.json).not.toHaveProperty('refresh_token')
  })

  it('IDT-02 DISC-11 names its token endpoint as issuer, and describes it there', async () => {
    const issuer = `${ehr.origin}/epic-legacy/oauth2/token`
    expect(authorization.configuration).toMatchObject({ issuer, token_endpoint: issuer })
    expect(decodeJwt(String(exchanged.json['id_token'])).iss).toBe(issuer)
    const expected = { issuer, jwks_uri: `${ehr.origin}/epic-legacy/oauth2/jwks` }
    for (const address of [issuer, legacy.iss]) {
      expect(await readJson(`${address}/.well-known/openid-configuration`)).toMatchObject(expected)
    }
  })

  it('loads the record by category, over sessionID links', async () => {
    const token = String(exchanged.json['access_token'])
    const path = 'Observation?patient=gen-dana-demo&category=laboratory'
    const { ids, pages } = await walkPages(legacy, token, path)
    expect([ids.length, pages]).toEqual([2320, 3])
  })
})
