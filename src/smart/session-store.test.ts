import { beforeEach, describe, expect, it } from 'vitest'
import { keepSession, openSession, removeSession, type StoredSession } from './session-store.ts'
import { exampleServer } from './test-server.ts'
import { exampleStored } from './test-session.ts'
import { readTokenResponse } from './token-response.ts'

const stored: StoredSession = exampleStored({
  encounterId: 'e-1',
  needPatientBanner: false,
  scope: 'launch',
  expiresAt: 2_000,
})
const open = (id = 's-1', now = 1_000) => openSession(id, [exampleServer], now)

beforeEach(() => sessionStorage.clear())

describe('openSession', () => {
  it('TAB-04 gives back what was kept, by the id in the address', () => {
    keepSession(stored)
    expect(open()).toEqual(stored)
  })

  it('TAB-02 keeps two sessions in one storage apart', () => {
    const second = { ...stored, session: { ...stored.session, id: 's-2', patientId: 'p-2' } }
    keepSession(stored)
    keepSession(second)
    expect(open('s-1').session.patientId).toBe('p-1')
    expect(open('s-2').session.patientId).toBe('p-2')
  })

  it('TAB-06 knows no session of another tab', () => {
    expect(() => open('other')).toThrow(expect.objectContaining({ failure: 'session-missing' }))
  })

  it('REF-09 refuses and forgets a session whose time is over', () => {
    keepSession(stored)
    expect(() => open('s-1', 2_000)).toThrow(
      expect.objectContaining({ failure: 'session-expired', details: { launch: 'ehr' } }),
    )
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('STO-05 refuses a session whose server is configured no more', () => {
    keepSession(stored)
    expect(() => openSession('s-1', [], 1_000)).toThrow(
      expect.objectContaining({ failure: 'session-missing' }),
    )
  })

  it.each([
    ['no JSON', '{'],
    ['no session', '{}'],
    ['another id', { ...stored, session: { ...stored.session, id: 's-9' } }],
    ['a patient that is no id', { ...stored, session: { ...stored.session, patientId: '../x' } }],
    ['no token', { ...stored, accessToken: '' }],
    ['a text for a time', { ...stored, session: { ...stored.session, expiresAt: '9' } }],
    ['a visit that is no id', { ...stored, session: { ...stored.session, encounterId: '../x' } }],
    ['no context', { ...stored, session: { ...stored.session, fhirContext: undefined } }],
    [
      'a style of no web address',
      { ...stored, session: { ...stored.session, styleUrl: 'data:,' } },
    ],
    ['a text for the intent', { ...stored, session: { ...stored.session, hasIntent: 'x' } }],
    ['a patient from nowhere', { ...stored, session: { ...stored.session, patientFrom: 'x' } }],
    ['an unknown identity', { ...stored, session: { ...stored.session, identity: { kind: 'x' } } }],
  ])('STO-02 refuses a record with %s', (_name, record) => {
    sessionStorage.setItem(
      'chartside:s-1:session',
      typeof record === 'string' ? record : JSON.stringify(record),
    )
    expect(() => open()).toThrow(expect.objectContaining({ failure: 'session-missing' }))
  })

  it('END-01 finds nothing of a session that was removed', () => {
    keepSession(stored)
    removeSession('s-1')
    expect(Object.keys(sessionStorage)).toEqual([])
  })
})

describe('readTokenResponse', () => {
  const token = { access_token: 'at', token_type: 'Bearer' }
  const read = (part: object) => readTokenResponse({ ...token, ...part }, 'ehr.example')

  it.each([
    [3600, 3600],
    ['570', 570],
    [undefined, 300],
    [null, 300],
    [0, 300],
    [0.5, 300],
    [-5, 300],
    ['soon', 300],
    [NaN, 300],
    [1e12, 3600],
    [59.9, 59],
  ])('TOK-04 reads expires_in %s as %s seconds', (json, seconds) => {
    expect(read({ expires_in: json }).expires_in).toBe(seconds)
  })

  it.each([
    [undefined, true],
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    [null, true],
    ['no', true],
  ])('CTX-03 reads need_patient_banner %s as %s', (json, need) => {
    expect(read({ need_patient_banner: json }).need_patient_banner).toBe(need)
  })

  it('TOK-03 F-T7 takes the token type without case', () => {
    expect(read({ token_type: 'bearer' }).token_type).toBe('Bearer')
    for (const token_type of ['DPoP', '', undefined, 7])
      expect(() => read({ token_type })).toThrow(
        expect.objectContaining({ failure: 'token-unusable' }),
      )
  })

  it('CTX-06 CTX-07 keeps nothing of intent but that there is one, and of tenant nothing', () => {
    const context = { intent: '//evil.example', tenant: 'secret-tenant' }
    expect(read(context)).toEqual({ ...read({}), hasIntent: true })
    expect(read({ intent: 7 }).hasIntent).toBe(false)
  })

  it.each([
    ['e-1', 'e-1'],
    ['', undefined],
    ['../Patient/p-2', undefined],
    ['Encounter/e-1', undefined],
    [7, undefined],
  ])('CTX-02 reads encounter %j as %s', (json, encounter) => {
    expect(read({ encounter: json }).encounter).toBe(encounter)
  })

  it.each(['x', `${'a.b-c_~+/='.repeat(400)}`, 'eyJhbGciOiJub25lIn0.e30.', 'Zoë ☂'])(
    'TOK-05 takes an access token of any form and length as it is',
    (accessToken) => {
      const json = { access_token: accessToken, token_type: 'Bearer' }
      expect(readTokenResponse(json, 'ehr.example').access_token).toBe(accessToken)
    },
  )

  it('TOK-06 F-T11 drops every member it does not know', () => {
    const json: unknown = JSON.parse(
      '{"access_token":"at","token_type":"Bearer","__proto__":{"patient":"evil"},"__epic.dstu2.patient":"x","username":"u"}',
    )
    const response = readTokenResponse(json, 'ehr.example')
    expect(JSON.stringify(response)).not.toMatch(/evil|dstu2|username/)
    expect(response.patient).toBeUndefined()
  })

  it.each(['Patient/1', 'a b', 'x'.repeat(65), '../p'])(
    'TOK-09 refuses the patient %s',
    (patient) => {
      expect(() => read({ patient })).toThrow(
        expect.objectContaining({ failure: 'token-unusable' }),
      )
    },
  )
})
