import { describe, expect, it, vi } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import type { FhirRequest } from '../fhir/fhir-request.ts'
import { formatValue } from '../observations/words.ts'
import { exampleSession } from '../smart/test-session.ts'
import { toStream } from '../fhir/test-server.ts'
import { openRecord } from './record-store.ts'

const session = exampleSession()

const patient = { resourceType: 'Patient', id: 'p-1', name: [{ text: 'Pat Example' }] }

function observation(id: string, more: object = {}) {
  return {
    resourceType: 'Observation',
    id,
    status: 'final',
    code: { text: 'Weight' },
    subject: { reference: 'Patient/p-1' },
    effectiveDateTime: '2025-01-01',
    valueQuantity: { value: 70, unit: 'kg' },
    ...more,
  }
}

/** A server that gives a Patient, and Observations by category; a category that is not named is empty. */
function server(categories: Record<string, object[]>, answer: unknown = patient): FhirRequest {
  return (url) => {
    if (url.startsWith('Patient/'))
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve({ body: answer })
    const category = Object.keys(categories).find((code) => url.includes(code))
    const entry = (categories[category ?? ''] ?? []).map((resource) => ({ resource }))
    return Promise.resolve({ body: { resourceType: 'Bundle', type: 'searchset', entry } })
  }
}

/** Opens the record of a session at a server that gives these answers. */
const open = (request: FhirRequest, scope = session.scope) =>
  openRecord({ ...session, scope }, { request, stream: toStream(request) }, undefined, () => 1_000)

async function load(request: FhirRequest) {
  const store = open(request)
  await vi.waitFor(() => {
    const { status, patient: state } = store.getSnapshot()
    const isBusy = status.categories.some(({ state: { kind } }) =>
      ['waiting', 'loading'].includes(kind),
    )
    const isStopped = status.foreignSubject || ['mismatch', 'merged'].includes(state.kind)
    if ((isBusy && !isStopped) || state.kind === 'loading') throw new Error('loading')
  })
  return store
}

describe('openRecord', () => {
  it('gives the Patient and the Observations of all categories, newest first', async () => {
    const store = await load(
      server({
        laboratory: [observation('old', { effectiveDateTime: '2024' })],
        'vital-signs': [observation('new', { effectiveDateTime: '2025-06-01T10:00:00Z' })],
      }),
    )
    const { observations, patient: state, status } = store.getSnapshot()
    expect(state).toMatchObject({ kind: 'loaded', patient: { name: 'Pat Example' } })
    expect(observations.map(({ id }) => id)).toEqual(['new', 'old'])
    expect(status.asOf).toBe(1_000)
  })

  it('tells its listeners of every change, and gives the same snapshot between changes', async () => {
    const store = open(server({ laboratory: [observation('a')] }))
    const listener = vi.fn<() => void>()
    store.subscribe(listener)
    expect(store.getSnapshot()).toBe(store.getSnapshot())
    await vi.waitFor(() => expect(store.getSnapshot().observations).toHaveLength(1))
    expect(listener).toHaveBeenCalled()
  })

  const other = { ...patient, id: 'p-2' }
  const linkTo = (reference: string) => [{ type: 'replaces', other: { reference } }]

  it.each([
    ['PAT-01 a Patient of another id', other, 'mismatch'],
    ['PAT-01 one that replaces a third', { ...other, link: linkTo('Patient/p-3') }, 'mismatch'],
    ['PAT-01 one that replaces it', { ...other, link: linkTo('Patient/p-1') }, 'merged'],
    ['F-R22 PAT-01 a redirect', new FhirError('redirected'), 'merged'],
  ])('%s stops the load and gives nothing of the record', async (_name, answer, kind) => {
    const answers = { laboratory: [observation('a')] }
    let arrived = () => {}
    const results = new Promise<void>((resolve) => (arrived = resolve))
    const store = open(async (url, signal) => {
      if (url.startsWith('Patient/')) await results
      return server(answers, answer)(url, signal)
    })
    await vi.waitFor(() => expect(store.getSnapshot().observations).toHaveLength(1))
    arrived()
    await vi.waitFor(() => expect(store.getSnapshot().patient).toEqual({ kind }))
    expect(store.getSnapshot().observations).toEqual([])
    const { status } = store.getSnapshot()
    store.retry('laboratory')
    await new Promise((resolve) => setTimeout(resolve))
    expect(store.getSnapshot().observations).toEqual([])
    expect(store.getSnapshot().status).toBe(status)
  })

  it.each([
    [new FhirError('refused', { status: 403 }), 'refused'],
    [{ resourceType: 'OperationOutcome' }, 'unreadable'],
    [null, 'unreadable'],
  ])(
    'ERR-07 says that the Patient failed, and loads the Observations all the same',
    async (answer, failure) => {
      const store = await load(server({ laboratory: [observation('a')] }, answer))
      expect(store.getSnapshot().patient).toEqual({ kind: 'failed', failure })
      expect(store.getSnapshot().observations).toHaveLength(1)
    },
  )

  it('PAT-02 says so when an Observation of another patient comes, and gives none of that answer', async () => {
    const store = await load(
      server({
        laboratory: [observation('a'), observation('b', { subject: { reference: 'Patient/p-2' } })],
      }),
    )
    expect(store.getSnapshot().status.foreignSubject).toBe(true)
    expect(store.getSnapshot().observations).toEqual([])
  })

  it('D4 keeps the digits of a value from the text of the answer to the words', async () => {
    const page = {
      resourceType: 'Bundle',
      entry: [{ resource: observation('a', { valueQuantity: { value: 123, unit: 'kg' } }) }],
    }
    const store = await load((url, signal) =>
      url.includes('laboratory')
        ? Promise.resolve({ body: JSON.stringify(page).replace('123', '70.10') })
        : server({})(url, signal),
    )
    const [weight] = store.getSnapshot().observations
    expect(weight && formatValue(weight)).toBe('70.10 kg')
  })

  it('D3 keeps what was entered in error out of the results, and counts it', async () => {
    const store = await load(
      server({ laboratory: [observation('a', { status: 'entered-in-error' }), observation('b')] }),
    )
    expect(store.getSnapshot().observations.map(({ id }) => id)).toEqual(['b'])
    expect(store.getSnapshot().status.enteredInError).toBe(1)
    expect(store.getSnapshot().enteredInError).toMatchObject([{ id: 'a', name: 'Weight' }])
    store.close()
    expect(store.getSnapshot().enteredInError).toEqual([])
  })

  it('D3 takes a result back that a later answer calls entered in error', async () => {
    const answers: Record<string, object[]> = { laboratory: [observation('a')] }
    const store = await load((url, signal) => server(answers)(url, signal))
    expect(store.getSnapshot().observations).toHaveLength(1)
    answers['laboratory'] = [observation('a', { status: 'entered-in-error' })]
    store.retry('laboratory')
    await vi.waitFor(() => expect(store.getSnapshot().observations).toEqual([]))
  })

  it('D8 counts a result it can not read as unreadable, and not in its categories', async () => {
    const unnamed = observation('a', { code: {} })
    const answers = { laboratory: [unnamed, observation('b')], exam: [unnamed] }
    const store = await load(server(answers))
    const { observations, status } = store.getSnapshot()
    const stateOf = (code: string) =>
      status.categories.find(({ category }) => category.code === code)?.state
    expect(observations.map(({ id }) => id)).toEqual(['b'])
    expect(status.unreadable).toEqual([{ reason: "it doesn't say what was observed", count: 1 }])
    expect(stateOf('laboratory')).toEqual({ kind: 'loaded', count: 1 })
    expect(stateOf('exam')).toEqual({ kind: 'loaded', count: 0 })
  })

  it('PAT-02 takes a result back that a later answer no longer says whose it is', async () => {
    const answers: Record<string, object[]> = { laboratory: [observation('a')] }
    const store = await load((url, signal) => server(answers)(url, signal))
    answers['laboratory'] = [observation('a', { subject: undefined })]
    store.retry('laboratory')
    await vi.waitFor(() => expect(store.getSnapshot().observations).toEqual([]))
    expect(store.getSnapshot().status).toMatchObject({ withoutSubject: 1, unreadable: [] })
  })

  const laboratory = 'http://terminology.hl7.org/CodeSystem/observation-category|laboratory'
  it.each([
    ['patient/Patient.r', ['Patient/p-1'], 'none'],
    [`patient/Observation.s?category=${laboratory}`, [laboratory], 'listed'],
    [
      `patient/Patient.r user/Observation.rs?category=${laboratory}`,
      ['Patient/p-1', laboratory],
      'listed',
    ],
  ])(
    'SCOPE-01 SCOPE-05 asks for what "%s" allows, and nothing else',
    async (scope, expected, release) => {
      const asked: string[] = []
      const store = open((url, signal) => {
        asked.push(new URLSearchParams(url.split('?')[1]).get('category') ?? url)
        return server({})(url, signal)
      }, scope)
      await vi.waitFor(() => expect(asked).toEqual(expected))
      expect(store.getSnapshot().status.release).toBe(release)
      expect(store.getSnapshot().patient.kind === 'not-granted').toBe(!scope.includes('Patient.'))
    },
  )

  it('PAT-04 changes nothing any more once it is closed', async () => {
    let answer = (_body: { body: unknown }): void => {}
    const late: FhirRequest = (url) =>
      url.startsWith('Patient/') ? new Promise((resolve) => (answer = resolve)) : server({})(url)
    const store = open(late)
    store.close()
    answer({ body: patient })
    await Promise.resolve()
    expect(store.getSnapshot().patient).toEqual({ kind: 'loading' })
  })

  it('END-01 holds nothing of the record any more once it is closed', async () => {
    const store = await load(server({ laboratory: [observation('a')] }))
    expect(store.getSnapshot()).toMatchObject({ patient: { kind: 'loaded' } })
    expect(store.getSnapshot().observations).toHaveLength(1)
    store.close()
    expect(JSON.stringify(store.getSnapshot())).not.toMatch(/Pat Example|Weight/)
  })

  it('REF-10 reads the Patient once more where the token was refused while another came', async () => {
    let answers: ((error: FhirError) => void)[] = []
    let isRenewed = false
    const store = open((url) =>
      !url.startsWith('Patient/') || isRenewed
        ? server({})(url)
        : new Promise((_, reject) => answers.push(reject)),
    )
    isRenewed = true
    store.resume()
    for (const answer of answers) answer(new FhirError('signed-out', { status: 401 }))
    answers = []
    await vi.waitFor(() => expect(store.getSnapshot().patient.kind).toBe('loaded'))
  })

  it('XSS-07 is not brought down by a resource nested deeper than any code can follow', async () => {
    const levels = 100_000
    const deep: unknown = JSON.parse(
      `${'{"extension":[{"url":"x","valueCodeableConcept":'.repeat(levels)}{}${'}]}'.repeat(levels)}`,
    )
    const nested = {
      laboratory: [
        observation('deep', {
          component: [deep],
          extension: [deep],
          note: [deep],
          contained: [deep],
        }),
        observation('good'),
        { ...observation('x'), id: undefined, component: [deep] },
      ],
      'vital-signs': [observation('other')],
    }
    const store = await load(server(nested, { ...patient, contact: [deep], extension: [deep] }))
    const { observations, status } = store.getSnapshot()
    expect(observations.map(({ id }) => id)).toContain('other')
    expect(status.categories.map(({ state }) => state.kind)).not.toContain('loading')
  })
})
