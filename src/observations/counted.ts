import { dateOf, dateWarning } from './effective.ts'
import type { Observation, ObservationValue } from './observation.ts'

/** Against what dates are judged. */
export type Clock = {
  /** Epoch milliseconds; what lies beyond has not come about (D6). */
  readonly now: number
  /** The start of the birth date, epoch milliseconds. */
  readonly bornAt?: number | undefined
}

/**
 * Whether a result may be the latest of its test: about the patient, neither cancelled nor entered in error, no test data,
 * with a date (D3, D6, D8). Its date isn't judged, so that this is cheap to ask for every result.
 */
export function isCounted(observation: Observation): boolean {
  return mayCount(observation) && dateOf(observation.effective) !== undefined
}

/** The same but for the date: about the patient, neither cancelled nor entered in error, no test data (D3, D8). */
export function mayCount({ status, isTestData, focus }: Observation): boolean {
  return (
    status !== 'entered-in-error' &&
    status !== 'cancelled' &&
    isTestData !== true &&
    focus === undefined
  )
}

/** Whether nothing is odd about the date: neither in the future nor before birth (D6). */
export function isInTime({ effective }: Observation, { now, bornAt }: Clock): boolean {
  return dateWarning(effective, now, bornAt) === undefined
}

const SAYS_NOTHING: readonly ObservationValue['kind'][] = [
  'absent',
  'cancelled',
  'not-interpretable',
  'not-shown',
  'panel',
]

/**
 * Whether a result says something: a value of its own or of a component. One that is still pending, or that this app can't
 * interpret, doesn't, and so takes nothing back that an earlier one said.
 */
export function saysSomething({ value, components }: Observation): boolean {
  const isSaid = (one: ObservationValue) => !SAYS_NOTHING.includes(one.kind)
  if (value.kind === 'cancelled' || value.kind === 'not-interpretable') return false
  return isSaid(value) || components.some((component) => isSaid(component.value))
}

/** Whether it only holds others together: its members are results of their own (FHIR R4 Observation.hasMember). */
export function isFrame({ value, components }: Observation): boolean {
  return value.kind === 'panel' && components.length === 0
}
