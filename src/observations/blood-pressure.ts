import { hasCode, LOINC } from '../fhir/coding.ts'
import { t } from '../language/t.ts'
import type { Observation, ObservationComponent } from './observation.ts'

const SYSTOLIC = '8480-6'
const DIASTOLIC = '8462-4'

/** The two parts of one blood pressure, at most one of them missing, and what else its Observation carries. */
export type BloodPressure = {
  readonly systolic: ObservationComponent | undefined
  readonly diastolic: ObservationComponent | undefined
  readonly others: readonly ObservationComponent[]
}

/**
 * Finds the blood pressure in the components of one Observation, by LOINC 8480-6 and 8462-4 under
 * `http://loinc.org` alone (US Core blood-pressure, D5). Parts are never paired across Observations; undefined when
 * neither part is there, or when one is there twice.
 */
export function bloodPressureOf(observation: Observation): BloodPressure | undefined {
  const { components } = observation
  const systolics = components.filter((one) => hasCode(one.codings, LOINC, SYSTOLIC))
  const diastolics = components.filter((one) => hasCode(one.codings, LOINC, DIASTOLIC))
  const [systolic] = systolics
  const [diastolic] = diastolics
  const isPair = systolics.length <= 1 && diastolics.length <= 1 && systolic !== diastolic
  if (!isPair) return undefined
  const others = components.filter((one) => one !== systolic && one !== diastolic)
  return { systolic, diastolic, others }
}

/** What a component is called beside its siblings: "Systolic", "Diastolic", else its own name. */
export function componentLabel(component: ObservationComponent): string {
  if (hasCode(component.codings, LOINC, SYSTOLIC)) return t('Systolic')
  return hasCode(component.codings, LOINC, DIASTOLIC) ? t('Diastolic') : component.name
}
