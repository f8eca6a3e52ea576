import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { categorySystem } from './epic-registration.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appRoot } from './smart-client.ts'

let ehr: LocalEhr
let epic: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  epic = new SmartClient(ehr.origin, 'epic-ehr')
})
afterAll(async () => ehr.close())

const categoryScope = (action: 'r' | 's', code: string) =>
  `patient/Observation.${action}?category=${categorySystem}|${code}`

describe('signing in at Epic', () => {
  it('ERR-03 ends a refused authorization on a page of its own', async () => {
    const { response, location } = await epic.launch({ launch: 'unknown' })
    expect(location).toBeUndefined()
    expect(response.status).toBe(400)
    expect(response.headers.get('X-Frame-Options')).toBe('DENY')
    const page = await response.text()
    expect(page).toContain('<title>OAuth2 Error</title>')
    expect(page).toContain(
      'Something went wrong trying to authorize the client. Please try logging in again.',
    )
  })

  it('LAUNCH-04 meets a launch without the launch scope with a sign-in page', async () => {
    const { location } = await epic.launch({ scope: 'openid fhirUser' })
    expect(location?.pathname).toMatch(/^\/epic-ehr\/sign-in\//)
  })

  it('answers the exchange as Epic does', async () => {
    const authorization = await epic.launch()
    expect(authorization.location?.searchParams.has('iss')).toBe(false)
    const { json } = await epic.exchange(authorization)
    expect(json).toMatchObject({
      need_patient_banner: 'false',
      '__epic.dstu2.patient': expect.any(String) as string,
      smart_style_url: `${ehr.origin}/epic-ehr/smart-style.json`,
    })
    expect(json).not.toHaveProperty('refresh_token')
    expect(String(json['scope']).split(' ')).toEqual(
      expect.arrayContaining([
        'openid',
        'launch',
        'patient/Patient.r',
        'patient/Patient.s',
        categoryScope('r', 'laboratory'),
        categoryScope('s', 'laboratory'),
      ]),
    )
    expect(String(json['scope'])).not.toContain('offline_access')
  })

  it('IDT-04 gives an id_token for five minutes', async () => {
    const authorization = await epic.launch()
    const { json } = await epic.exchange(authorization)
    const keys = createRemoteJWKSet(new URL(String(authorization.configuration['jwks_uri'])))
    const { payload } = await jwtVerify(String(json['id_token']), keys)
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
  })

  it('ERR-04 gives token errors a null description', async () => {
    const { json } = await epic.exchange(await epic.launch(), { code: 'made-up' })
    expect(json).toEqual({ error: 'invalid_grant', error_description: null })
  })

  it('has no launch from the chart for patients', async () => {
    const mychart = new SmartClient(ehr.origin, 'epic-mychart')
    const { status } = await mychart.control('POST', '/launches', { patient: 'gen-dana-demo' })
    expect(status).toBe(409)
    const { response, location } = await mychart.authorize({ launch: 'made-up' })
    expect([response.status, location]).toEqual([400, undefined])
  })
})
