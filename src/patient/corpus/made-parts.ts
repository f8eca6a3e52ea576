import type { JsonObject } from '../../fhir/json.ts'

/** Where extensions and code systems are defined. */
export const HL7 = 'http://hl7.org/fhir/StructureDefinition/'
export const CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-'
export const EPIC = 'http://open.epic.com/FHIR/StructureDefinition/extension/'
const RACE = 'urn:oid:2.16.840.1.113883.6.238'
export const V2 = 'http://terminology.hl7.org/CodeSystem/v2-'
export const V3 = 'http://terminology.hl7.org/CodeSystem/v3-'
export const SNOMED = 'http://snomed.info/sct'

/** An element that is absent for a reason (FHIR R4 extension data-absent-reason). */
export const absent = (valueCode: string): JsonObject => ({
  extension: [{ url: `${HL7}data-absent-reason`, valueCode }],
})
/** An identifier of a type of v2 table 0203. */
export const numbered = (code: string, value: string, rest: JsonObject = {}): JsonObject => ({
  type: { coding: [{ system: `${V2}0203`, code }] },
  value,
  ...rest,
})
/** A CodeableConcept of one coding. */
export const concept = (system: string, code: string, display?: string): JsonObject => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
})
/** A category of race or ethnicity (CDC). */
export const race = (code: string, display: string): JsonObject => ({ system: RACE, code, display })

/** A Patient of these elements. */
export function made(id: string, rest: JsonObject): JsonObject {
  return { resourceType: 'Patient', id, ...rest }
}
