import type { CodeableConcept, Observation, Patient } from 'fhir/r4'

import { absentSystem, subject, toCategory, toCode, toFlag, toQuantity } from './dana-demo-parts.ts'
import type { Add } from './dana-demo-parts.ts'
import { addEveryValue, oddObservations } from './dana-demo-values.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Code, name, unit, low and high of the reference range, mean, spread. */
type Test = readonly [string, string, string, number | null, number | null, number, number]
const panel: readonly Test[] = [
  ['718-7', 'Hemoglobin', 'g/dL', 12, 16, 13.4, 1],
  ['6690-2', 'Leukocytes', '10*3/uL', 4.5, 11, 7, 2],
  ['777-3', 'Platelets', '10*3/uL', 150, 400, 250, 50],
  ['2345-7', 'Glucose', 'mg/dL', 70, 99, 118, 20],
  ['2160-0', 'Creatinine', 'mg/dL', 0.6, 1.2, 0.9, 0.15],
  ['2823-3', 'Potassium', 'mmol/L', 3.5, 5.1, 4.3, 0.4],
  ['2951-2', 'Sodium', 'mmol/L', 136, 145, 140, 2.5],
  ['4548-4', 'Hemoglobin A1c', '%', 4, 5.6, 7.4, 0.5],
  ['2093-3', 'Cholesterol', 'mg/dL', null, 200, 205, 25],
  ['2571-8', 'Triglyceride', 'mg/dL', null, 150, 160, 35],
  ['2085-9', 'HDL Cholesterol', 'mg/dL', 40, null, 48, 6],
  ['13457-7', 'LDL Cholesterol', 'mg/dL', null, 100, 118, 18],
]

const patient: Patient = {
  resourceType: 'Patient',
  id: 'gen-dana-demo',
  active: true,
  identifier: [
    {
      use: 'usual',
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
      system: 'urn:oid:1.2.3.4',
      value: 'MRN-0042',
    },
  ],
  name: [
    { use: 'official', family: 'Demo', given: ['Dana', 'Q'] },
    { use: 'usual', text: 'Dana' },
  ],
  gender: 'female',
  birthDate: '1971-08-15',
}

/**
 * The made-up record of Dana Demo, the same at every call: the patient first, then 2,682 Observations by date. A week
 * of glucose from a sensor, half a year of blood pressure at home, two years of laboratory panels, and one of each
 * odd thing a record can hold. It is stored as `patients/gen-dana-demo.ndjson`.
 */
export function generateDanaDemo(): (Patient | Observation)[] {
  const draw = createDraw(42)
  const observations: Observation[] = []
  const add: Add = (category, code, text, when, rest) => {
    observations.push({
      resourceType: 'Observation',
      id: `gen-${String(observations.length + 1).padStart(5, '0')}`,
      status: 'final',
      category: [toCategory(category)],
      code: { ...toCode(code, text), text },
      subject,
      effectiveDateTime: when,
      ...rest,
    })
  }
  addSensorGlucose(add, draw)
  addBloodPressures(add, draw)
  addPanels(add, draw)
  addEveryValue(add)
  observations.push(...oddObservations)
  const byDate = observations.sort((one, other) => toDate(one).localeCompare(toDate(other)))
  return [patient, ...byDate]
}

/** A source of numbers around 0, from -1.5 to 1.5, the same for the same seed. */
function createDraw(seed: number): () => number {
  let state = seed
  const next = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  return () => next() + next() + next() - 1.5
}

function addSensorGlucose(add: Add, draw: () => number): void {
  const start = Date.UTC(2025, 0, 6)
  for (let index = 0; index < 2016; index += 1) {
    const time = start + index * 5 * 60_000
    const hour = (time / hourMs) % 24
    const meal = (peak: number, at: number, width: number) =>
      peak * Math.exp(-(((hour - at) / width) ** 2))
    const value = Math.round(
      110 + meal(45, 8.5, 1.2) + meal(60, 13.5, 1.3) + meal(70, 19.5, 1.6) + draw() * 9,
    )
    add('laboratory', '99504-3', 'Glucose [Mass/volume] in Interstitial fluid', toText(time), {
      valueQuantity: toQuantity(value, 'mg/dL'),
      ...(value > 180 ? { interpretation: [toFlag('H', 'High')] } : {}),
      ...(value < 70 ? { interpretation: [toFlag('L', 'Low')] } : {}),
      device: { display: 'CGM sensor' },
    })
  }
}

function addBloodPressures(add: Add, draw: () => number): void {
  for (let day = 0; day < 180; day += 1) {
    for (const hour of [7, 21]) {
      const systolic = Math.round(134 + draw() * 10)
      const diastolic = Math.round(84 + draw() * 6)
      const when = toText(Date.UTC(2025, 6, 1) - day * dayMs + hour * hourMs)
      const isMissing = day % 60 === 7
      add('vital-signs', '85354-9', 'Blood pressure panel', when, {
        component: [
          {
            code: toCode('8480-6', 'Systolic blood pressure'),
            valueQuantity: toQuantity(systolic, 'mmHg', 'mm[Hg]'),
            ...(systolic >= 140 ? { interpretation: [toFlag('H', 'High')] } : {}),
          },
          {
            code: toCode('8462-4', 'Diastolic blood pressure'),
            ...(isMissing
              ? { dataAbsentReason: { coding: [{ system: absentSystem, code: 'unknown' }] } }
              : { valueQuantity: toQuantity(diastolic, 'mmHg', 'mm[Hg]') }),
          },
        ],
      })
    }
  }
}

function addPanels(add: Add, draw: () => number): void {
  for (let month = 0; month < 24; month += 1) {
    for (const [code, text, unit, low, high, mean, spread] of panel) {
      const value = Number((mean + draw() * spread).toFixed(2))
      add('laboratory', code, text, toText(Date.UTC(2025, 5 - month, 3, 8, 15)), {
        issued: toText(Date.UTC(2025, 5 - month, 3, 14, 2)),
        valueQuantity: toQuantity(value, unit),
        referenceRange: [
          {
            ...(low === null ? {} : { low: toQuantity(low, unit) }),
            ...(high === null ? {} : { high: toQuantity(high, unit) }),
            text: toRangeText(low, high, unit),
          },
        ],
        interpretation: [toPanelFlag(value, low, high)],
      })
    }
  }
}

function toRangeText(low: number | null, high: number | null, unit: string): string {
  if (low === null) return `<= ${high ?? ''} ${unit}`
  return high === null ? `>= ${low} ${unit}` : `${low}-${high} ${unit}`
}

function toPanelFlag(value: number, low: number | null, high: number | null): CodeableConcept {
  if (low !== null && value < low) return toFlag('L', 'Low')
  if (high === null || value <= high) return toFlag('N', 'Normal')
  return value > high * 1.5 ? toFlag('HH', 'Critical high') : toFlag('H', 'High')
}

function toText(time: number): string {
  return new Date(time).toISOString().replace('.000', '')
}

/** What the record is sorted by; an Observation without a date comes first. */
function toDate({ effectiveDateTime, effectiveInstant }: Observation): string {
  return effectiveDateTime ?? effectiveInstant ?? ''
}
