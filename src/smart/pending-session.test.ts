import { afterEach, describe, expect, it, vi } from 'vitest'
import { openSession } from './session-store.ts'
import { signIn, type Scene } from './test-sign-in.ts'
import { exampleServer } from './test-server.ts'

afterEach(() => {
  sessionStorage.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const userScope = 'openid fhirUser user/Patient.rs user/Observation.rs'
const asClinician = {
  server: { patientSearch: true },
  token: { patient: undefined, scope: userScope },
} satisfies Scene

async function choose(scene: Scene = asClinician) {
  const { signedIn, sent } = await signIn(scene)
  const done = await signedIn()
  if (done.kind !== 'choice') throw new Error('no choice')
  return { pending: done.pending, sent }
}

describe('a sign-in without a patient', () => {
  it.each<[string, Scene]>([
    ['the configuration does not say so', { ...asClinician, server: {} }],
    [
      'what was granted is for one patient',
      { ...asClinician, token: { patient: undefined, scope: 'openid patient/Patient.rs' } },
    ],
    [
      'a patient was to be named',
      { ...asClinician, token: { patient: undefined, scope: `${userScope} launch/patient` } },
    ],
  ])('TOK-08 PAT-06 ends where %s', async (_name, scene) => {
    const { signedIn } = await signIn(scene)
    await expect(signedIn()).rejects.toMatchObject({
      failure: 'no-patient',
      details: { reason: 'signed in as Practitioner' },
    })
  })

  it('STO-03 keeps nothing until a patient was chosen', async () => {
    await choose()
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('TOK-08 makes a session of the patient chosen, and says who chose', async () => {
    const { pending } = await choose()
    const { session } = pending.choose('pat-7')
    expect(session).toMatchObject({ patientId: 'pat-7', patientFrom: 'choice' })
    expect(openSession(session.id, [exampleServer], Date.now()).session).toEqual(session)
    expect(() => pending.choose('pat-8')).toThrow(
      expect.objectContaining({ failure: 'session-missing' }),
    )
  })

  it('TOK-08 CTX-02 CTX-03 takes nothing for the patient chosen that was said of no patient', async () => {
    const { pending } = await choose({
      ...asClinician,
      token: {
        ...asClinician.token,
        encounter: 'e-1',
        need_patient_banner: false,
        fhirContext: [{ reference: 'Observation/o-1' }],
      },
    })
    expect(pending.choose('pat-7').session).toMatchObject({
      encounterId: undefined,
      needPatientBanner: true,
      fhirContext: { items: [] },
    })
  })

  it('TOK-09 takes no patient that is no FHIR id', async () => {
    const { pending } = await choose()
    expect(() => pending.choose('../Patient')).toThrow(
      expect.objectContaining({ failure: 'session-missing' }),
    )
  })

  it('REF-09 sends nothing and chooses nobody once its time is over, or it was left', async () => {
    const { pending, sent } = await choose()
    vi.useFakeTimers({ now: pending.expiresAt })
    const before = sent.length
    await expect(pending.search('Patient', new URLSearchParams())).rejects.toMatchObject({
      failure: 'signed-out',
    })
    expect(() => pending.choose('pat-7')).toThrow(
      expect.objectContaining({ failure: 'session-expired' }),
    )
    pending.leave()
    expect(() => pending.choose('pat-7')).toThrow(
      expect.objectContaining({ failure: 'session-missing' }),
    )
    expect(sent).toHaveLength(before)
    expect(Object.keys(sessionStorage)).toEqual([])
  })
})

describe('a sign-in with a context', () => {
  it('CTX-02 CTX-05 CTX-06 CTX-08 keeps of it what is checked', async () => {
    const { complete } = await signIn({
      token: {
        encounter: 'e-1',
        need_patient_banner: 'false',
        intent: '//evil',
        tenant: 'secret',
        smart_style_url: 'https://ehr.example/style.json',
        fhirContext: ['Observation/o-1', null],
      },
    })
    const { session } = await complete()
    expect(session).toMatchObject({
      patientFrom: 'server',
      encounterId: 'e-1',
      needPatientBanner: false,
      hasIntent: true,
      styleUrl: 'https://ehr.example/style.json',
      fhirContext: {
        items: [{ kind: 'reference', type: 'Observation', id: 'o-1' }],
        otherRoles: 0,
        leftOut: 1,
      },
    })
    expect(JSON.stringify(Object.values(sessionStorage))).not.toMatch(/evil|secret/)
    expect(openSession(session.id, [exampleServer], Date.now()).session).toEqual(session)
  })

  it('CTX-05 does not go to another server for a style, and notes it', async () => {
    const { complete } = await signIn({ token: { smart_style_url: 'https://evil.example/s.json' } })
    const { session } = await complete()
    expect(session.styleUrl).toBeUndefined()
    expect(session.signIn.warnings).toContain('style-not-its-own')
  })
})
