import { describe, expect, it, vi } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { toStream } from '../fhir/test-server.ts'
import { exampleSession } from '../smart/test-session.ts'
import { openRecord } from './record-store.ts'

const session = exampleSession()
const patient = { resourceType: 'Patient', id: 'p-1', name: [{ text: 'Pat Example' }] }

function observation(id: string, value: number, more: object = {}) {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { text: 'Weight' },
    subject: { reference: 'Patient/p-1' },
    effectiveDateTime: '2025-01-01',
    valueQuantity: { value, unit: 'kg' },
    ...more,
  }
}

/** A record whose server can be changed, opened and loaded. */
async function load(laboratory: object[], scope = session.scope) {
  const now: {
    patient: unknown
    laboratory: object[]
    exam: object[] | FhirError
    one: unknown
  } = { patient, laboratory, exam: [], one: undefined }
  const request: FhirRequest = async (url) => {
    await Promise.resolve()
    const answer = (body: unknown) => {
      if (body instanceof Error) throw body
      return { body }
    }
    if (url.startsWith('Patient/')) return answer(now.patient)
    if (url.startsWith('Observation/')) return answer(now.one)
    if (url === 'metadata') return answer(new FhirError('rejected', { status: 404 }))
    if (url.includes('exam') && now.exam instanceof Error) throw now.exam
    const found = [
      ...(url.includes('laboratory') ? now.laboratory : []),
      ...(url.includes('exam') && Array.isArray(now.exam) ? now.exam : []),
    ]
    return answer({ resourceType: 'Bundle', entry: found.map((resource) => ({ resource })) })
  }
  let time = 1_000
  const access = { request, stream: toStream(request) }
  const store = openRecord({ ...session, scope }, access, undefined, () => (time += 1))
  const settle = () =>
    vi.waitFor(() => {
      const { status, changes, patient: state } = store.getSnapshot()
      const isBusy = status.categories.some(({ state: { kind } }) => kind.endsWith('ing'))
      if (isBusy || changes?.isLoading === true || state.kind === 'loading') throw new Error('busy')
    })
  await settle()
  await vi.waitFor(() => expect(store.getSnapshot().observations).toHaveLength(laboratory.length))
  const reload = async () => {
    store.reload()
    expect(store.getSnapshot().changes?.isLoading).toBe(true)
    await settle()
  }
  const marks = () => Object.fromEntries(store.getSnapshot().changes?.marks ?? [])
  return { store, now, reload, marks }
}

describe('a record that is loaded again', () => {
  it('marks what is new and what says something else, and lets the rest be the same', async () => {
    const { store, now, reload, marks } = await load([observation('a', 70), observation('b', 71)])
    const before = store.getSnapshot().observations
    now.laboratory = [observation('a', 70), observation('b', 72), observation('c', 73)]
    await reload()
    expect(marks()).toEqual({ b: 'changed', c: 'new' })
    const { observations, changes, status } = store.getSnapshot()
    expect(observations.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(observations[0]).toBe(before[0])
    expect(changes).toMatchObject({ gone: 0, isPatientOld: false })
    expect(changes?.since).toBeLessThan(status.asOf ?? 0)
  })

  it('PAT-07 marks nothing as new that merely could not be loaded before', async () => {
    const { now, reload, store, marks } = await load([observation('a', 70)])
    now.exam = new FhirError('server')
    await reload()
    now.exam = [observation('b', 71)]
    await reload()
    expect(store.getSnapshot().observations).toHaveLength(2)
    expect(marks()).toEqual({})
    now.exam = [observation('b', 71), observation('c', 72)]
    await reload()
    expect(marks()).toEqual({ c: 'new' })
  })

  it('D3 says that a result was left out that is in error now, which is not gone', async () => {
    const { store, now, reload, marks } = await load([observation('a', 70), observation('b', 71)])
    now.laboratory = [observation('a', 70), observation('b', 71, { status: 'entered-in-error' })]
    await reload()
    const { observations, enteredInError, changes } = store.getSnapshot()
    expect(observations.map(({ id }) => id)).toEqual(['a'])
    expect(enteredInError.map(({ id }) => id)).toEqual(['b'])
    expect(changes).toMatchObject({ gone: 0, leftOut: 1 })
    expect(marks()).toEqual({})
    now.laboratory = [observation('a', 70), observation('b', 71)]
    await reload()
    expect(store.getSnapshot().enteredInError).toEqual([])
    expect(store.getSnapshot().observations).toHaveLength(2)
    expect(marks()).toEqual({ b: 'new' })
    await reload()
    expect(marks()).toEqual({})
  })

  it('takes out what is not sent any more, and counts it', async () => {
    const { store, now, reload } = await load([observation('a', 70), observation('b', 71)])
    now.laboratory = [observation('b', 71)]
    await reload()
    expect(store.getSnapshot().observations.map(({ id }) => id)).toEqual(['b'])
    expect(store.getSnapshot().changes).toMatchObject({ gone: 1 })
  })

  it('ERR-07 keeps patient and results where they can not be loaded again, and says so', async () => {
    const { store, now, reload } = await load([observation('a', 70)])
    now.patient = new FhirError('server')
    await reload()
    expect(store.getSnapshot().patient).toMatchObject({ kind: 'loaded' })
    expect(store.getSnapshot().changes?.isPatientOld).toBe(true)
  })

  it('REF-10 reads the Patient again where its token was refused before there was another', async () => {
    const { store, now } = await load([observation('a', 70)])
    now.patient = new FhirError('signed-out', { status: 401 })
    store.reload()
    await vi.waitFor(() => expect(store.getSnapshot().changes?.isPatientOld).toBe(true))
    now.patient = { ...patient, name: [{ text: 'Pat Changed' }] }
    store.resume()
    await vi.waitFor(() => expect(store.getSnapshot().changes?.isPatientOld).toBe(false))
    expect(store.getSnapshot().patient).toMatchObject({ patient: { name: 'Pat Changed' } })
  })

  it('PAT-01 PAT-02 stops where another patient comes, and shows nothing', async () => {
    const { store, now } = await load([observation('a', 70)])
    now.laboratory = [observation('b', 1, { subject: { reference: 'Patient/p-2' } })]
    store.reload()
    await vi.waitFor(() => expect(store.getSnapshot().status.foreignSubject).toBe(true))
    expect(store.getSnapshot().observations).toEqual([])
    expect(store.getSnapshot().enteredInError).toEqual([])
    expect(store.getSnapshot().changes).toBeUndefined()
  })

  it('forgets the marks of the load before', async () => {
    const { now, reload, marks } = await load([observation('a', 70)])
    now.laboratory = [observation('a', 71)]
    await reload()
    expect(marks()).toEqual({ a: 'changed' })
    await reload()
    expect(marks()).toEqual({})
  })
})

describe('the resource behind a row', () => {
  it('is read again, as text', async () => {
    const { store, now } = await load([observation('a', 70)])
    now.one = observation('a', 70)
    expect(await store.readRaw('a')).toMatchObject({
      kind: 'read',
      text: JSON.stringify(observation('a', 70), null, 2),
    })
  })

  it('D4 is shown with its digits as sent', async () => {
    const { store, now } = await load([observation('a', 70)])
    now.one = JSON.stringify(observation('a', 70)).replace('70', '70.00')
    const raw = await store.readRaw('a')
    expect(raw.kind === 'read' && raw.text).toContain('"value": 70.00,')
    const value = { kind: 'quantity', quantity: { amount: { text: '70.00' } } }
    expect(raw).toMatchObject({ reading: { kind: 'read', observation: { value } } })
  })

  it.each([
    ['another patient’s', observation('a', 70, { subject: { reference: 'Patient/p-2' } })],
    ['one that names nobody', observation('a', 70, { subject: undefined })],
    ['another result', observation('b', 70)],
    ['something else', { resourceType: 'OperationOutcome' }],
  ])('PAT-02 is not shown when the answer is %s', async (_, one) => {
    const { store, now } = await load([observation('a', 70)])
    now.one = one
    expect(await store.readRaw('a')).toEqual({ kind: 'other' })
  })

  it('ERR-07 says why it can not be read', async () => {
    const { store, now } = await load([observation('a', 70)])
    now.one = new FhirError('refused', { status: 403 })
    expect(await store.readRaw('a')).toEqual({ kind: 'failed', failure: 'refused' })
  })

  it('SCOPE-01 is not asked for where only searching is granted', async () => {
    const { store } = await load([observation('a', 70)], 'patient/Observation.s patient/Patient.r')
    expect(await store.readRaw('a')).toEqual({ kind: 'not-granted' })
    expect(await store.readHistory('a')).toEqual({ kind: 'not-granted' })
  })
})
