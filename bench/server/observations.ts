/** One Observation as the server sends it, with what searches ask about. */
export type StoredObservation = {
  /** The whole entry of a Bundle, as text. */
  readonly entry: string
  readonly id: string
  readonly category: string
  /** When it was taken, in milliseconds since 1970. */
  readonly at: number
}

type Kind = {
  readonly category: string
  readonly code: string
  readonly text: string
  readonly unit?: string
  readonly low: number
  readonly high: number
}

const kind = (
  category: string,
  code: string,
  text: string,
  low: number,
  high: number,
  unit?: string,
): Kind => ({ category, code, text, low, high, ...(unit === undefined ? {} : { unit }) })

/** Of a hundred results 56 are of the laboratory, 32 vital signs, 6 of surveys, 3 of an exam, 3 of the social history. */
const shares: readonly (readonly [number, readonly Kind[]])[] = [
  [
    56,
    [
      kind('laboratory', '718-7', 'Hemoglobin', 12, 16, 'g/dL'),
      kind('laboratory', '2160-0', 'Creatinine', 0.6, 1.2, 'mg/dL'),
      kind('laboratory', '2823-3', 'Potassium', 3.5, 5.1, 'mmol/L'),
      kind('laboratory', '2951-2', 'Sodium', 135, 145, 'mmol/L'),
      kind('laboratory', '4548-4', 'Hemoglobin A1c', 4, 5.6, '%'),
      kind('laboratory', '2345-7', 'Glucose', 70, 99, 'mg/dL'),
      kind('laboratory', '6690-2', 'Leukocytes', 4.5, 11, '10*3/uL'),
    ],
  ],
  [
    32,
    [
      kind('vital-signs', '8867-4', 'Heart rate', 60, 100, '/min'),
      kind('vital-signs', '8310-5', 'Body temperature', 36.1, 37.2, 'Cel'),
      kind('vital-signs', '59408-5', 'Oxygen saturation', 95, 100, '%'),
      kind('vital-signs', '29463-7', 'Body weight', 50, 90, 'kg'),
    ],
  ],
  [6, [kind('survey', '44261-6', 'PHQ-9 total score', 0, 9)]],
  [3, [kind('exam', '11454-5', 'Responsiveness assessment', 3, 15)]],
  [3, [kind('social-history', '11367-0', 'History of tobacco use', 0, 40)]],
]

const loinc = 'http://loinc.org'
const ucum = 'http://unitsofmeasure.org'
const terminology = 'http://terminology.hl7.org/CodeSystem'
const newest = Date.UTC(2026, 0, 1)
const years = 10 * 365.25 * 86_400_000

/** The patient of every record. */
export const patientId = 'bench-patient'

/** The Patient as the server sends it. */
export const patientText = JSON.stringify({
  resourceType: 'Patient',
  id: patientId,
  active: true,
  name: [{ use: 'official', family: 'Measured', given: ['Mona'] }],
  gender: 'female',
  birthDate: '1960-02-29',
})

/**
 * Makes a record, the same at every call: `count` Observations over ten years, newest first, of about 1.4 kB each.
 * `base` is the FHIR base that their full addresses begin with.
 */
export function makeObservations(count: number, base: string): readonly StoredObservation[] {
  let seed = count
  // A linear congruential generator: a fixed seed gives the same record everywhere.
  const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  return Array.from({ length: count }, (_, index) => {
    const at = Math.round((newest - (index / count) * years) / 1000) * 1000
    return makeObservation(index, at, chooseKind(random(), random()), random(), base)
  })
}

function chooseKind(share: number, which: number): Kind {
  let left = share * 100
  for (const [size, kinds] of shares) {
    if (left < size) return kinds[Math.floor(which * kinds.length)] as Kind
    left -= size
  }
  return (shares[0] as (typeof shares)[number])[1][0] as Kind
}

function makeObservation(
  index: number,
  at: number,
  { category, code, text, unit, low, high }: Kind,
  share: number,
  base: string,
): StoredObservation {
  const id = `bench-${String(index + 1).padStart(6, '0')}`
  const value = Number((low + (high - low) * (share * 1.2 - 0.1)).toFixed(1))
  const flag = value < low ? 'L' : value > high ? 'H' : 'N'
  const quantity = (amount: number) => ({ value: amount, unit, system: ucum, code: unit })
  const moment = new Date(at).toISOString()
  const resource = {
    resourceType: 'Observation',
    id,
    meta: {
      versionId: '1',
      lastUpdated: moment,
      profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-observation-lab'],
    },
    identifier: [{ system: `${base}/identifiers`, value: `order-${String(index)}` }],
    status: 'final',
    category: [
      {
        coding: [{ system: `${terminology}/observation-category`, code: category }],
        text: category,
      },
    ],
    code: { coding: [{ system: loinc, code, display: text }], text },
    subject: { reference: `Patient/${patientId}`, display: 'Measured, Mona' },
    encounter: { reference: `Encounter/visit-${String(index % 97)}` },
    effectiveDateTime: moment,
    issued: moment,
    performer: [{ reference: 'Organization/laboratory', display: 'Laboratory of the benchmark' }],
    ...(unit === undefined
      ? { valueInteger: Math.round(value) }
      : { valueQuantity: quantity(value) }),
    ...(category === 'laboratory'
      ? {
          interpretation: [
            {
              coding: [{ system: `${terminology}/v3-ObservationInterpretation`, code: flag }],
              text: flag,
            },
          ],
          referenceRange: [
            { low: quantity(low), high: quantity(high), text: `${String(low)} - ${String(high)}` },
          ],
        }
      : {}),
  }
  const entry = JSON.stringify({
    fullUrl: `${base}/Observation/${id}`,
    resource,
    search: { mode: 'match' },
  })
  return { entry, id, category, at }
}
