import { describe, expect, it } from 'vitest'
import { writeCollection, type Collection } from './write-collection.ts'

const collection: Collection = {
  fhirBase: 'https://ehr.example/r4',
  resources: [
    [
      'Observation/o1',
      '{"resourceType":"Observation","id":"o1","valueQuantity":{ "value": 5.10 }}',
    ],
  ],
  remarks: [
    { kind: 'note', text: '1 of 2 results' },
    { kind: 'missing', text: 'Could not be read.', about: 'Observation/o2' },
  ],
  madeAt: Date.UTC(2026, 10, 28),
  remarksId: '5b0a4a1e-0000-4000-8000-000000000000',
  language: 'en',
}

describe('writeCollection', () => {
  it('D4 keeps each resource character by character', () => {
    expect(writeCollection(collection).join('')).toContain(
      '{"fullUrl":"https://ehr.example/r4/Observation/o1","resource":{"resourceType":"Observation","id":"o1","valueQuantity":{ "value": 5.10 }}}',
    )
  })

  it('PAT-07 is a Bundle whose first entry says what was missing, also with no results', () => {
    const issue = [
      { severity: 'information', code: 'informational', details: { text: '1 of 2 results' } },
      {
        severity: 'warning',
        code: 'incomplete',
        details: { text: 'Could not be read.' },
        diagnostics: 'Observation/o2',
      },
    ]
    const id = collection.remarksId
    expect(JSON.parse(writeCollection({ ...collection, resources: [] }).join(''))).toEqual({
      resourceType: 'Bundle',
      type: 'collection',
      timestamp: '2026-11-28T00:00:00.000Z',
      entry: [
        {
          fullUrl: `urn:uuid:${id}`,
          resource: { resourceType: 'OperationOutcome', id, language: 'en', issue },
        },
      ],
    })
  })
})
