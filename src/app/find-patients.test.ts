import { describe, expect, it } from 'vitest'
import { FhirError } from '../fhir/fhir-error.ts'
import { findPatients, mostPatients } from './find-patients.ts'

const criteria = { family: 'Exa,mple', birthDate: '1980-02-29', recordNumber: 'a|b,c' }
const bundle = (count: number, part: object = {}) => ({
  resourceType: 'Bundle',
  entry: [
    ...Array.from({ length: count }, (_, n) => ({
      resource: { resourceType: 'Patient', id: `p-${n}`, name: [{ text: `Ada ${n}` }] },
    })),
    { resource: { resourceType: 'OperationOutcome', issue: [] } },
  ],
  ...part,
})

async function find(body: unknown) {
  const forms: string[] = []
  const found = await findPatients(criteria, (type, form) => {
    forms.push(`${type}?${decodeURIComponent(form.toString())}`)
    return body instanceof Error ? Promise.reject(body) : Promise.resolve({ body })
  })
  return { forms, found }
}

describe('findPatients', () => {
  it('TOK-08 sends what is known, as it is meant, and gives the patients', async () => {
    const { forms, found } = await find(bundle(2))
    expect(forms).toEqual([
      'Patient?family=Exa\\,mple&_count=21&birthdate=1980-02-29&identifier=a\\|b\\,c',
    ])
    expect(found).toMatchObject({
      patients: [{ id: 'p-0' }, { id: 'p-1' }],
      hasMore: false,
      isPartial: false,
    })
  })

  it('TOK-08 shows twenty at most, and says that there are more', async () => {
    const { found } = await find(bundle(mostPatients + 1))
    expect(found).toMatchObject({ hasMore: true })
    expect(found.kind === 'found' && found.patients.length).toBe(mostPatients)
    const link = [{ relation: 'next', url: 'x' }]
    expect((await find(bundle(1, { link }))).found).toMatchObject({ hasMore: true })
  })

  it.each([
    ['nothing', null],
    ['no resource', { fullUrl: 'urn:x' }],
    ['a patient without an id', { resource: { resourceType: 'Patient' } }],
    ['an id that is none', { resource: { resourceType: 'Patient', id: '../Patient' } }],
    [
      'an error',
      { resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] } },
    ],
  ])('TOK-08 D8 says that it may not be all where an entry holds %s', async (_name, entry) => {
    const { found } = await find({ resourceType: 'Bundle', entry: [entry] })
    expect(found).toEqual({ kind: 'found', patients: [], hasMore: false, isPartial: true })
  })

  it('TOK-08 offers nobody who only came along', async () => {
    const entry = [{ ...bundle(1).entry[0], search: { mode: 'include' } }]
    expect((await find(bundle(0, { entry }))).found).toMatchObject({ patients: [] })
  })

  it.each([
    [new FhirError('rejected', { status: 405 }), 'rejected'],
    [{ resourceType: 'Patient' }, 'unreadable'],
    ['text', 'unreadable'],
  ])('ERR-07 says that a search failed, not that there is nobody: %s', async (body, failure) => {
    expect((await find(body)).found).toEqual({ kind: 'failed', failure })
  })
})
