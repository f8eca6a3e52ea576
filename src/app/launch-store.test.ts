import { describe, expect, it, vi } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import type { Session } from '../smart/session.ts'
import { answerRequests } from '../smart/test-server.ts'
import { exampleSession } from '../smart/test-session.ts'
import { openLaunch } from './launch-store.ts'

const base = 'https://ehr.example/api/FHIR/R4'
const scope = 'patient/*.rs'
const visit = { resourceType: 'Encounter', id: 'e-1', subject: { reference: 'Patient/p-1' } }
const parent = {
  resourceType: 'RelatedPerson',
  id: 'r-1',
  patient: { reference: 'Patient/p-1' },
  name: [
    { use: 'old', text: 'Former' },
    { text: 'Over', period: { end: '2001' } },
    { text: 'Robin Example' },
  ],
}
const verified = (reference: string): Partial<Session> => ({
  identity: { kind: 'verified', fhirUser: `${base}/${reference}` },
})

async function open(part: Partial<Session>, answers: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const store = openLaunch(exampleSession({ scope, ...part }), (url) => {
    asked.push(url)
    const body = answers[url]
    return body === undefined
      ? Promise.reject(new FhirError('refused', { status: 403 }))
      : Promise.resolve({ body })
  })
  await vi.waitFor(() => expect(store.getSnapshot().visit.kind).not.toBe('loading'))
  await vi.dynamicImportSettled()
  await new Promise((later) => setTimeout(later, 0))
  return { asked, ...store.getSnapshot() }
}

describe('openLaunch', () => {
  it.each([
    ['theirs', visit, 'loaded'],
    ['another patient’s', { ...visit, subject: { reference: 'Patient/p-2' } }, 'not-theirs'],
    ['nobody’s', { ...visit, subject: undefined }, 'nobodys'],
    ['another one', { ...visit, id: 'e-2' }, 'failed'],
    ['no visit', { ...visit, resourceType: 'Patient' }, 'failed'],
    ['refused', undefined, 'not-released'],
  ])('CTX-02 PAT-02 takes a visit that is %s as %s', async (_name, answer, kind) => {
    const { visit: state } = await open({ encounterId: 'e-1' }, { 'Encounter/e-1': answer })
    expect(state.kind).toBe(kind)
  })

  it('SCOPE-01 asks for no visit that was not released', async () => {
    const { asked, visit: state } = await open(
      { encounterId: 'e-1', scope: 'patient/Patient.r' },
      {},
    )
    expect([asked, state.kind]).toEqual([[], 'not-released'])
  })

  it('CTX-02 asks for nothing where there is no visit', async () => {
    const { asked, visit: state } = await open({}, {})
    expect([asked, state.kind]).toEqual([[], 'none'])
  })

  it('IDT-11 names a related person, and says whether they are on record for this patient', async () => {
    const { user } = await open(verified('RelatedPerson/r-1'), { 'RelatedPerson/r-1': parent })
    expect(user).toEqual({ name: 'Robin Example', isOfAnother: false })
    const other = { ...parent, patient: { reference: 'Patient/p-2' } }
    const { user: wrong } = await open(verified('RelatedPerson/r-1'), {
      'RelatedPerson/r-1': other,
    })
    expect(wrong.isOfAnother).toBe(true)
  })

  it.each<[string, Partial<Session>]>([
    ['is the patient', verified('Patient/p-1')],
    ['is another patient', verified('Patient/p-2')],
    [
      'is of another server',
      { identity: { kind: 'verified', fhirUser: 'https://x.example/RelatedPerson/r-1' } },
    ],
    ['may not be read', { ...verified('RelatedPerson/r-1'), scope: 'patient/Patient.rs' }],
    ['is not verified', { identity: { kind: 'unverified' } }],
  ])('IDT-10 asks for nobody who %s', async (_name, part) => {
    const { asked, user } = await open(part, { 'RelatedPerson/r-1': parent })
    expect([asked, user.name]).toEqual([[], undefined])
  })

  it('IDT-11 knows nothing of whom the server does not tell', async () => {
    const { asked, user } = await open(verified('Practitioner/d-1'), {})
    expect([asked, user]).toEqual([['Practitioner/d-1'], { name: undefined, isOfAnother: false }])
  })
})

describe('the style of openLaunch', () => {
  const styleUrl = 'https://ehr.example/style.json'
  const refuse = () => Promise.reject(new FhirError('refused', { status: 403 }))

  it('CTX-05 is loaded once, and forgotten with the session', async () => {
    const sent = answerRequests({ [styleUrl]: () => Response.json({ color_text: '#303030' }) })
    const store = openLaunch(exampleSession({ styleUrl }), refuse)
    await vi.waitFor(() => expect(store.getSnapshot().style.kind).toBe('loaded'))
    expect(sent).toHaveLength(1)
    store.close()
    expect(store.getSnapshot().style.kind).toBe('none')
    vi.unstubAllGlobals()
  })

  it.each([{ launch: 'standalone', styleUrl }, { styleUrl: undefined }] as const)(
    'CTX-05 is not asked for with %j',
    (part) => {
      const sent = answerRequests({})
      expect(openLaunch(exampleSession(part), refuse).getSnapshot().style.kind).toBe('none')
      expect(sent).toEqual([])
      vi.unstubAllGlobals()
    },
  )
})
