import type { Observation, Patient, Quantity } from 'fhir/r4'

import { categorySystem } from './epic-registration.ts'

const loinc = 'http://loinc.org'
const ucum = 'http://unitsofmeasure.org'
const interpretationSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const firstMs = Date.UTC(2015, 0, 1, 8)
const stepMs = 6 * 3_600_000
const trendStepMs = 4 * 3_600_000

type Measure = {
  readonly category: 'vital-signs' | 'laboratory'
  readonly code: string
  readonly text: string
  readonly unit: string
  readonly low: number
  readonly high: number
  readonly digits: number
}

const measures: readonly Measure[] = [
  m('vital-signs', '8867-4', 'Heart rate', '/min', 60, 100, 0),
  m('laboratory', '718-7', 'Hemoglobin', 'g/dL', 12, 16, 1),
  m('vital-signs', '8310-5', 'Body temperature', 'Cel', 36.1, 37.2, 1),
  m('laboratory', '2160-0', 'Creatinine', 'mg/dL', 0.6, 1.2, 2),
  m('vital-signs', '59408-5', 'Oxygen saturation', '%', 95, 100, 0),
  m('laboratory', '2823-3', 'Potassium', 'mmol/L', 3.5, 5.1, 1),
  m('vital-signs', '29463-7', 'Body weight', 'kg', 50, 90, 1),
  m('laboratory', '4548-4', 'Hemoglobin A1c', '%', 4, 5.6, 1),
]

function m(
  category: Measure['category'],
  code: string,
  text: string,
  unit: string,
  low: number,
  high: number,
  digits: number,
): Measure {
  return { category, code, text, unit, low, high, digits }
}

type GeneratedRecord = { readonly patient: Patient; readonly observations: Observation[] }

/**
 * A record of `count` Observations that is the same at every call (F-R24): eight measures in turn, half vital signs,
 * half laboratory, four a day from 2015 on, about one in ten outside its range and flagged.
 */
export function generateRecord(patientId: string, count: number): GeneratedRecord {
  return generate(patientId, count, (index) => ({
    measure: measures[index % measures.length] as Measure,
    at: firstMs + index * stepMs,
  }))
}

/**
 * A record for one long trend, the same at every call: `count` results of haemoglobin, six a day from 2015 on, and after
 * every fiftieth a heart rate.
 */
export function generateTrend(patientId: string, count: number): GeneratedRecord {
  const [heartRate, hemoglobin] = measures as [Measure, Measure]
  return generate(patientId, count + Math.floor(count / 50), (index) => ({
    measure: index % 51 === 50 ? heartRate : hemoglobin,
    at: firstMs + Math.floor((index * 50) / 51) * trendStepMs,
  }))
}

function generate(
  patientId: string,
  count: number,
  plan: (index: number) => { readonly measure: Measure; readonly at: number },
): GeneratedRecord {
  let seed = count
  // A linear congruential generator: a fixed seed gives the same record everywhere.
  const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  const patient: Patient = {
    resourceType: 'Patient',
    id: patientId,
    active: true,
    name: [{ use: 'official', family: `Generated ${count}`, given: ['Gwen'] }],
    gender: 'female',
    birthDate: '1960-02-29',
  }
  const observations = Array.from({ length: count }, (_, index) => {
    const { measure, at } = plan(index)
    return toObservation(patientId, index, measure, at, random())
  })
  return { patient, observations }
}

function toObservation(
  patientId: string,
  index: number,
  measure: Measure,
  at: number,
  share: number,
): Observation {
  const { low, high, digits } = measure
  const value = Number((low + (high - low) * (share * 1.2 - 0.1)).toFixed(digits))
  const quantity = (amount: number): Quantity => ({
    value: amount,
    unit: measure.unit,
    system: ucum,
    code: measure.unit,
  })
  const flag = value < low ? 'L' : value > high ? 'H' : 'N'
  return {
    resourceType: 'Observation',
    id: `${patientId}-${String(index + 1).padStart(6, '0')}`,
    status: 'final',
    category: [{ coding: [{ system: categorySystem, code: measure.category }] }],
    code: {
      coding: [{ system: loinc, code: measure.code, display: measure.text }],
      text: measure.text,
    },
    subject: { reference: `Patient/${patientId}` },
    effectiveDateTime: new Date(at).toISOString().replace('.000', ''),
    valueQuantity: quantity(value),
    ...(measure.category === 'laboratory'
      ? {
          referenceRange: [{ low: quantity(low), high: quantity(high) }],
          interpretation: [{ coding: [{ system: interpretationSystem, code: flag }] }],
        }
      : {}),
  }
}
