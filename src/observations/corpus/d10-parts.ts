import type { JsonObject } from '../../fhir/json.ts'

/** FHIR R4 Observations that show one case of the list D10, whose words are the title. */
export type D10Fixture = { readonly title: string; readonly resources: readonly JsonObject[] }

export const LOINC = 'http://loinc.org'

/** A final FHIR R4 Observation of patient p1, with what `rest` adds or replaces, or takes out by `undefined`. */
export function observation(id: string, rest: JsonObject): JsonObject {
  const members: JsonObject = {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: 'Patient/p1' },
    effectiveDateTime: '2024-05-01T16:00:00Z',
    ...rest,
  }
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}

/** A CodeableConcept of one LOINC code. */
export function loinc(code: string, display: string): JsonObject {
  return { coding: [{ system: LOINC, code, display }] }
}

/** A Quantity of a UCUM unit. */
export function ucumQuantity(value: number, code: string, rest: JsonObject = {}): JsonObject {
  return { value, unit: code, system: 'http://unitsofmeasure.org', code, ...rest }
}
