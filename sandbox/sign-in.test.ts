import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { allowAll, follow, submit, valuesIn } from './sign-in-client.ts'
import { SmartClient, appRoot } from './smart-client.ts'

let ehr: LocalEhr

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
})
afterAll(async () => ehr.close())

const scope =
  'openid fhirUser launch/patient offline_access patient/Patient.r patient/Observation.rs'
const client = (tenant: string) => new SmartClient(ehr.origin, tenant)

/** Opens the sign-in page of a standalone launch. */
async function open(tenant: string) {
  const authorization = await client(tenant).authorize({ scope })
  const { response } = await follow(authorization, authorization.location)
  return { authorization, response, page: await response.text() }
}

describe('the sign-in page of strict-ig', () => {
  it('offers who signs in, the patients with their results, and each scope', async () => {
    const { page, response } = await open('strict-ig')
    expect(response.status).toBe(200)
    expect(valuesIn(page, 'person')).toEqual(['clinician', 'patient'])
    expect(valuesIn(page, 'patient')[0]).toBe('gen-dana-demo')
    expect(page).toContain('born 1971-08-15')
    expect(page).toContain('2,682 results')
    expect(valuesIn(page, 'allow')).toEqual(scope.split(' '))
  })

  it('EMB-02 cannot be framed', async () => {
    const { response } = await open('strict-ig')
    expect(response.headers.get('X-Frame-Options')).toBe('DENY')
    expect(response.headers.get('Content-Security-Policy')).toBe("frame-ancestors 'none'")
  })

  it('gives the picked patient, a refresh token, and the patient as fhirUser', async () => {
    const { authorization, page } = await open('strict-ig')
    const answered = await submit(authorization, [
      ['person', 'patient'],
      ['patient', 'infant'],
      ['decision', 'allow'],
      ...allowAll(page),
    ])
    const { json } = await client('strict-ig').exchange(answered)
    expect(json['patient']).toBe('infant')
    expect(json).toHaveProperty('refresh_token')
    expect(decodeJwt(String(json['id_token']))['fhirUser']).toBe(
      `${ehr.origin}/strict-ig/api/FHIR/R4/Patient/infant`,
    )
  })

  it('SCOPE-01 grants what was ticked and no more', async () => {
    const { authorization } = await open('strict-ig')
    const answered = await submit(authorization, [
      ['person', 'clinician'],
      ['patient', 'gen-dana-demo'],
      ['decision', 'allow'],
      ['allow', 'launch/patient'],
      ['allow', 'patient/Patient.r'],
    ])
    const { json } = await client('strict-ig').exchange(answered)
    expect(json['scope']).toBe('launch/patient patient/Patient.r')
    expect(json).not.toHaveProperty('id_token')
    const token = String(json['access_token'])
    const search = 'Observation?patient=gen-dana-demo'
    expect((await client('strict-ig').fhir(search, token)).status).toBe(403)
    expect((await client('strict-ig').fhir('Patient/gen-dana-demo', token)).status).toBe(200)
  })

  it.each([
    ['Deny', [['decision', 'deny']]],
    [
      'Allow with nothing ticked',
      [
        ['person', 'clinician'],
        ['patient', 'infant'],
        ['decision', 'allow'],
      ],
    ],
  ] as const)('ERR-01 %s comes back as access_denied', async (_case, form) => {
    const { authorization } = await open('strict-ig')
    const { location } = await submit(authorization, form)
    expect(location?.searchParams.get('error')).toBe('access_denied')
    expect(location?.searchParams.get('state')).toBe('the-state')
    expect(location?.searchParams.get('iss')).toBe(`${ehr.origin}/strict-ig/oauth2`)
  })

  it('refuses a patient nobody has', async () => {
    const { authorization } = await open('strict-ig')
    const { response } = await follow(authorization, authorization.location, [
      ['person', 'patient'],
      ['patient', 'nobody'],
      ['decision', 'allow'],
      ['allow', 'openid'],
    ])
    expect(response.status).toBe(400)
  })

  it('asks again for every authorization in the same browser', async () => {
    const { authorization, page } = await open('strict-ig')
    await submit(authorization, [
      ['person', 'clinician'],
      ['patient', 'infant'],
      ['decision', 'allow'],
      ...allowAll(page),
    ])
    const again = await client('strict-ig').authorize({ scope })
    const url = new URL(String(again.configuration['authorization_endpoint']))
    url.search = new URL(again.response.url).search
    const { location } = await follow({ ...again, cookies: authorization.cookies }, url)
    expect(location?.pathname).toMatch(/^\/strict-ig\/sign-in\//)
  })

  it('explains a sign-in whose cookie is missing', async () => {
    const { authorization } = await open('strict-ig')
    const response = await fetch(authorization.location ?? 'missing')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Start again from the app')
  })
})

describe('the sign-in page of Epic', () => {
  it('epic-ehr signs in a clinician, without a patient in the response', async () => {
    const { authorization, page } = await open('epic-ehr')
    expect(valuesIn(page, 'person')).toEqual(['clinician'])
    expect(valuesIn(page, 'patient')).toEqual([])
    const answered = await submit(authorization, [
      ['person', 'clinician'],
      ['decision', 'allow'],
      ...allowAll(page),
    ])
    const { json } = await client('epic-ehr').exchange(answered)
    expect(json).toHaveProperty('access_token')
    expect(json).not.toHaveProperty('patient')
  })

  it('epic-ehr ends a denial on its error page', async () => {
    const { authorization } = await open('epic-ehr')
    const { location, response } = await submit(authorization, [['decision', 'deny']])
    expect([location, response.status]).toEqual([undefined, 400])
    expect(await response.text()).toContain('OAuth2 Error')
  })

  it('IDT-11 epic-mychart lets a parent sign in for the patient', async () => {
    const { authorization, page } = await open('epic-mychart')
    expect(valuesIn(page, 'person')).toEqual(['patient', 'proxy'])
    const answered = await submit(authorization, [
      ['person', 'proxy'],
      ['patient', 'infant'],
      ['decision', 'allow'],
      ...allowAll(page),
    ])
    const mychart = client('epic-mychart')
    const { json } = await mychart.exchange(answered)
    expect(json['patient']).toBe('infant')
    expect(json).not.toHaveProperty('encounter')
    const fhirUser = decodeJwt(String(json['id_token']))['fhirUser']
    expect(fhirUser).toBe(`${mychart.iss}/RelatedPerson/parent-of-infant`)
  })

  it('epic-mychart grants the categories that were ticked', async () => {
    const { authorization, page } = await open('epic-mychart')
    expect(valuesIn(page, 'allow')).toContain('Observation (Labs)')
    const answered = await submit(authorization, [
      ['person', 'patient'],
      ['patient', 'gen-dana-demo'],
      ['decision', 'allow'],
      ['allow', 'openid'],
      ['allow', 'Patient'],
      ['allow', 'Observation (Vital Signs)'],
    ])
    const mychart = client('epic-mychart')
    const token = String((await mychart.exchange(answered)).json['access_token'])
    const status = async (category: string) =>
      (await mychart.fhir(`Observation?patient=gen-dana-demo&category=${category}`, token)).status
    expect(await status('vital-signs')).toBe(200)
    expect(await status('laboratory')).toBe(403)
  })

  it('epic-mychart sends a denial back to the app', async () => {
    const { authorization } = await open('epic-mychart')
    const { location } = await submit(authorization, [['decision', 'deny']])
    expect(location?.searchParams.get('error')).toBe('access_denied')
    expect(location?.searchParams.has('iss')).toBe(false)
  })
})
