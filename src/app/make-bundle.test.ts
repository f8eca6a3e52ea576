import { describe, expect, it, vi } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import { createLimiter } from '../fhir/limiter.ts'
import { loadFrom } from '../fhir/test-server.ts'
import type { ExportFacts } from '../observations/export/export-facts.ts'
import type { Observation } from '../observations/observation.ts'
import { readObservation } from '../observations/read-observation.ts'
import { exampleSession } from '../smart/test-session.ts'
import { makeBundle } from './make-bundle.ts'

const session = exampleSession()
const facts: ExportFacts = {
  source: 'server',
  bornAt: undefined,
  received: undefined,
  serverName: 'Example Hospital',
  issuer: session.iss,
  patientId: 'p-1',
  patient: 'Patient: Ada Example',
  asOf: 0,
  madeAt: 0,
  isComplete: 'yes',
  completeness: ['The whole record: 2 results loaded'],
  selection: ['2 results'],
}
const patient = '{"resourceType":"Patient","id":"p-1"}'
const raw = (id: string, value = '5.10', part = '') =>
  `{"resourceType":"Observation","id":"${id}","status":"final","subject":{"reference":"Patient/p-1"},"code":{"text":"Glucose"},"valueQuantity":{"value":${value}}${part}}`

function shown(id: string): Observation {
  const resource = JSON.parse(raw(id, '"5.10"')) as object
  const reading = readObservation(resource)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return reading.observation
}

/** Makes a Bundle of results a and b, from a server of these answers. */
async function make(
  answers: Readonly<Record<string, string | FhirError>>,
  mayReadPatient = true,
  of = facts,
) {
  const onForeign = vi.fn<() => void>()
  const { searches } = loadFrom(() => Promise.reject(new FhirError('server'))).record
  const made = await makeBundle(
    session,
    {
      stream: async (url) => {
        await Promise.resolve()
        const answer = answers[url] ?? new FhirError('rejected', { status: 404 })
        if (answer instanceof FhirError) throw answer
        return (async function* pieces() {
          await Promise.resolve()
          yield answer
        })()
      },
      limit: createLimiter(6),
      signal: new AbortController().signal,
      searches: () => ({
        ...searches,
        context: { ...searches.context, patientId: 'p-1', fhirBase: session.iss },
      }),
      mayRead: (type) => type === 'Observation' || mayReadPatient,
      onForeign,
    },
    [shown('a'), shown('b')],
    of,
    () => {},
    new AbortController().signal,
  )
  return { made, text: made?.pieces.join('') ?? '', onForeign }
}

const both = { 'Patient/p-1': patient, 'Observation/a': raw('a'), 'Observation/b': raw('b') }

describe('makeBundle', () => {
  it('D4 holds the Patient and the results shown, each digit as it was sent, and no more', async () => {
    const { made, text } = await make(both)
    expect(made?.problems).toEqual([])
    for (const resource of Object.values(both)) expect(text).toContain(`"resource":${resource}}`)
    const { entry } = JSON.parse(text) as { entry: { fullUrl: string }[] }
    expect(entry.slice(1).map(({ fullUrl }) => fullUrl)).toEqual([
      `${session.iss}/Patient/p-1`,
      `${session.iss}/Observation/a`,
      `${session.iss}/Observation/b`,
    ])
  })

  it('PAT-07 says what is missing, and what was changed since, in the file and before it is saved', async () => {
    const { made, text } = await make({
      ...both,
      'Observation/a': raw('a', '6.0'),
      'Observation/b': '{}',
    })
    expect(made?.problems).toEqual([
      '1 result: Not here: the answer was not this result.',
      '1 result: Changed at the hospital since it was shown; this is what its server has now.',
    ])
    expect(text).toContain('"diagnostics":"Observation/b"')
    expect(text).toContain(raw('a', '6.0'))
    expect(text).toContain('2 results')
  })

  it('D3 leaves out what was marked as entered in error since', async () => {
    const inError = raw('a').replace('"final"', '"entered-in-error"')
    const { made, text } = await make({ ...both, 'Observation/a': inError })
    expect(made?.problems).toHaveLength(1)
    expect(text).not.toContain(inError)
  })

  it('SCOPE-01 asks for no Patient where that is not allowed, and says so', async () => {
    const { made, text } = await make(both, false)
    expect(made?.problems).toEqual([
      'The Patient is not in the file: this sign-in does not allow it.',
    ])
    expect(text).not.toContain('"resourceType":"Patient"')
  })

  it('says where it is from, and of what no server gave nothing of a hospital', async () => {
    expect((await make(both)).text).toContain('"Source: Example Hospital"')
    const local = { ...facts, source: 'files', serverName: 'a.json' } as const
    const answers = { 'Observation/a': raw('a', '6.0') }
    const { made, text } = await make(answers, false, local)
    expect(text).toContain('"Source: a.json"')
    expect(made?.problems).toEqual([
      'The Patient is not in the file: there was none in what was opened.',
      '1 result: Not here: it could not be read again from what was opened.',
      '1 result: Other than it was shown; this is what was opened.',
    ])
  })

  it('says why the Patient could not be read', async () => {
    const { made } = await make({ ...both, 'Patient/p-1': new FhirError('server') })
    expect(made?.problems).toEqual([
      "The Patient is not in the file: the hospital's server had an error.",
    ])
  })

  it.each([
    ['result', { ...both, 'Observation/b': raw('b').replace('p-1', 'p-2') }],
    ['Patient', { ...both, 'Patient/p-1': patient.replace('p-1', 'p-2') }],
  ])(
    'PAT-02 makes nothing, and stops everything, where another patient’s %s comes',
    async (_, answers) => {
      const { made, onForeign } = await make(answers)
      expect(made).toBeUndefined()
      expect(onForeign).toHaveBeenCalledOnce()
    },
  )
})
