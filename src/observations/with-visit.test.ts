import { describe, expect, it } from 'vitest'
import { readObservation } from './read-observation.ts'
import { createSharing } from './share-parts.ts'
import { withVisit } from './with-visit.ts'

const base = 'https://ehr.example/api/FHIR/R4'
const resource = (encounter?: { reference: string }) => ({
  resourceType: 'Observation',
  id: 'o-1',
  status: 'final',
  code: { text: 'Potassium' },
  ...(encounter ? { encounter } : {}),
})

function visitOf(reference: string | undefined) {
  const json = resource(reference === undefined ? undefined : { reference })
  const reading = readObservation(json)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return createSharing().observation(withVisit(reading.observation, json, base))
}

describe('withVisit', () => {
  it.each(['Encounter/e-1', `${base}/Encounter/e-1`])('CTX-02 keeps the id of %s', (reference) => {
    expect(visitOf(reference).encounterId).toBe('e-1')
  })

  it.each([undefined, 'https://other.example/Encounter/e-1', '#e-1', 'EpisodeOfCare/e-1'])(
    'CTX-02 keeps nothing of %s',
    (reference) => {
      expect(visitOf(reference)).not.toHaveProperty('encounterId')
    },
  )
})
