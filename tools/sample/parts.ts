import type { CodeableConcept, Observation, ObservationReferenceRange, Quantity } from 'fhir/r4'

/** The id of the made-up person. */
export const sampleId = 'sample-alex'
const categorySystem = 'http://terminology.hl7.org/CodeSystem/observation-category'
const flagSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'

const categoryNames = {
  laboratory: 'Laboratory',
  'vital-signs': 'Vital Signs',
  survey: 'Survey',
  'social-history': 'Social History',
  exam: 'Exam',
  imaging: 'Imaging',
  procedure: 'Procedure',
  activity: 'Activity',
} as const

type Category = keyof typeof categoryNames

/** Adds an Observation to the record, and gives a reference to it. */
export type Add = (
  category: Category,
  code: CodeableConcept,
  when: string | undefined,
  rest: Partial<Observation>,
) => { reference: string }

/** A record that grows; ids are numbers in the order of adding. */
export function createRecord(): { add: Add; list: () => Observation[] } {
  const observations: Observation[] = []
  return {
    add(category, code, when, rest) {
      const id = `s-${String(observations.length + 1).padStart(4, '0')}`
      const display = categoryNames[category]
      observations.push({
        resourceType: 'Observation',
        id,
        status: 'final',
        category: [
          { coding: [{ system: categorySystem, code: category, display }], text: display },
        ],
        code,
        subject: { reference: `Patient/${sampleId}` },
        ...(when === undefined ? {} : { effectiveDateTime: when }),
        ...rest,
      })
      return { reference: `Observation/${id}` }
    },
    list: () => observations,
  }
}

/** A LOINC concept. */
export const loinc = (code: string, text: string): CodeableConcept => ({
  coding: [{ system: 'http://loinc.org', code, display: text }],
  text,
})

/** A quantity in UCUM; its code is the unit where it isn't given. */
export const quantity = (value: number, unit: string, code = unit): Quantity => ({
  value,
  unit,
  system: 'http://unitsofmeasure.org',
  code,
})

const flagNames = { H: 'High', HH: 'Critical high', L: 'Low', N: 'Normal', A: 'Abnormal' } as const

/** An interpretation, as laboratories send it. */
export const flag = (code: keyof typeof flagNames): CodeableConcept => ({
  coding: [{ system: flagSystem, code, display: flagNames[code] }],
})

/** A reference range of which one side may be open. */
export function range(
  low: number | undefined,
  high: number | undefined,
  unit: string,
): ObservationReferenceRange {
  return {
    ...(low === undefined ? {} : { low: quantity(low, unit) }),
    ...(high === undefined ? {} : { high: quantity(high, unit) }),
  }
}

/** Numbers around 0, from -1.5 to 1.5, the same at every run. */
export function createDraw(seed: number): () => number {
  let state = seed
  const next = () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
  return () => next() + next() + next() - 1.5
}

/** A time some months before the record ends, in New York's winter. */
export function monthsBefore(months: number, day: number, time: string): string {
  const date = new Date(Date.UTC(2026, 9 - months, day))
  return `${date.toISOString().slice(0, 10)}T${time}:00-05:00`
}
