import type { JsonObject } from '../fhir/json.ts'
import type { Observation } from './observation.ts'
import { readObservation } from './read-observation.ts'

/** For tests: a FHIR Observation, final, of a LOINC code, with whatever `rest` adds or replaces. */
export function sampleJson(rest: JsonObject = {}): JsonObject {
  return {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '4548-4', display: 'Hemoglobin A1c' }] },
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2024-05-01T09:00:00Z',
    ...rest,
  }
}

/** For tests: the Observation read from {@link sampleJson}; throws when it can't be read. */
export function readSample(rest: JsonObject = {}): Observation {
  const reading = readObservation(sampleJson(rest))
  if (reading.kind !== 'read') throw new Error(`not read: ${JSON.stringify(reading)}`)
  return reading.observation
}

/** For tests: a UCUM Quantity. */
export function ucum(value: number, unit: string, rest: JsonObject = {}): JsonObject {
  return { value, unit, system: 'http://unitsofmeasure.org', code: unit, ...rest }
}

/** For tests: what the laboratory says of a value, by its code. */
export function interpreted(code: string): JsonObject {
  const system = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
  return { interpretation: [{ coding: [{ system, code }] }] }
}

/** For tests: a component of a LOINC code. */
export function loincComponent(code: string, rest: JsonObject): JsonObject {
  return {
    code: { coding: [{ system: 'http://loinc.org', code, display: `LOINC ${code}` }] },
    ...rest,
  }
}
