import type { Observation, Patient, Quantity } from 'fhir/r4'

import { categorySystem } from './epic-registration.ts'

const loinc = 'http://loinc.org'
const ucum = 'http://unitsofmeasure.org'
const interpretationSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const firstMs = Date.UTC(2015, 0, 1, 17)
const dayMs = 24 * 3_600_000
/** A test has a result on one of so many dates: 500 tests on 400 dates are some 10,000 results. */
const everyDates = 20

/**
 * A record for a flowsheet (F-R24), the same at every call: `tests` tests on at most `dates` dates three days apart, one of
 * twenty cells filled, about one in nine of them flagged. The first test is a blood pressure, the others are laboratory tests.
 */
export function generateFlow(
  patientId: string,
  tests: number,
  dates: number,
): { patient: Patient; observations: Observation[] } {
  const patient: Patient = {
    resourceType: 'Patient',
    id: patientId,
    active: true,
    name: [{ use: 'official', family: `Flowsheet ${tests} by ${dates}`, given: ['Flo'] }],
    gender: 'female',
    birthDate: '1960-02-29',
  }
  const observations: Observation[] = []
  for (let date = 0; date < dates; date += 1) {
    for (let test = 0; test < tests; test += 1) {
      // Spread evenly; the first test has a result on every date, so that every date is there.
      if (test > 0 && (test * 7 + date * 3) % everyDates !== 0) continue
      observations.push(toObservation(patientId, test, date))
    }
  }
  return { patient, observations }
}

function toObservation(patientId: string, test: number, date: number): Observation {
  const id = `${patientId}-${test}-${date}`
  const common = {
    resourceType: 'Observation',
    id,
    status: 'final',
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: new Date(firstMs + date * 3 * dayMs).toISOString().replace('.000', ''),
  } as const
  if (test === 0) {
    return {
      ...common,
      category: [{ coding: [{ system: categorySystem, code: 'vital-signs' }] }],
      code: { coding: [{ system: loinc, code: '85354-9' }], text: 'Blood pressure' },
      component: [
        pressure('8480-6', 'Systolic blood pressure', 110 + (date % 40)),
        pressure('8462-4', 'Diastolic blood pressure', 70 + (date % 15)),
      ],
    }
  }
  const share = (test * 31 + date * 17) % 100
  const flag = share < 5 ? 'L' : share < 10 ? 'H' : share === 10 ? 'HH' : 'N'
  return {
    ...common,
    category: [{ coding: [{ system: categorySystem, code: 'laboratory' }] }],
    code: { text: `Test ${String(test).padStart(3, '0')}` },
    valueQuantity: quantity(share / 10 + test, 'mg/dL'),
    interpretation: [{ coding: [{ system: interpretationSystem, code: flag }] }],
  }
}

function pressure(code: string, text: string, value: number) {
  return {
    code: { coding: [{ system: loinc, code }], text },
    valueQuantity: quantity(value, 'mm[Hg]'),
  }
}

function quantity(value: number, unit: string): Quantity {
  return { value: Number(value.toFixed(1)), unit, system: ucum, code: unit }
}
