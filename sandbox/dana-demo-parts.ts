import type { CodeableConcept, Observation, Quantity } from 'fhir/r4'

import { categorySystem } from './epic-registration.ts'

const loinc = 'http://loinc.org'
const interpretationSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'

/** The code system of reasons why a value is missing (FHIR R4 Observation.dataAbsentReason). */
export const absentSystem = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'

/** The patient every Observation of the record is about. */
export const subject = { reference: 'Patient/gen-dana-demo' }

export type Category = 'laboratory' | 'vital-signs' | 'survey' | 'social-history'
const categoryNames: Readonly<Record<Category, string>> = {
  laboratory: 'Laboratory',
  'vital-signs': 'Vital Signs',
  survey: 'Survey',
  'social-history': 'Social History',
}

/** Adds one Observation to the record: LOINC code, name, FHIR date and whatever else it holds. */
export type Add = (
  category: Category,
  code: string,
  text: string,
  when: string,
  rest: Partial<Observation>,
) => void

/** A category with its display (FHIR R4 Observation.category). */
export function toCategory(code: Category): CodeableConcept {
  const display = categoryNames[code]
  return { coding: [{ system: categorySystem, code, display }], text: display }
}

/** A LOINC concept without a text of its own. */
export function toCode(code: string, display: string): CodeableConcept {
  return { coding: [{ system: loinc, code, display }] }
}

/** An interpretation such as `H` (FHIR R4 Observation.interpretation). */
export function toFlag(code: string, display: string): CodeableConcept {
  return { coding: [{ system: interpretationSystem, code, display }], text: display }
}

/** A quantity; its UCUM code is the unit where it isn't given. */
export function toQuantity(value: number, unit: string, code = unit): Quantity {
  return { value, unit, system: 'http://unitsofmeasure.org', code }
}
