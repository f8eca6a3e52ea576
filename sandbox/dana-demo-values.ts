import type { Observation } from 'fhir/r4'

import { absentSystem, subject, toCategory, toCode, toQuantity } from './dana-demo-parts.ts'
import type { Add } from './dana-demo-parts.ts'

/** One laboratory result for every kind of value FHIR R4 knows, and for a value that is missing. */
export function addEveryValue(add: Add): void {
  const lab = (code: string, text: string, rest: Partial<Observation>) =>
    add('laboratory', code, text, '2025-05-02T09:00:00Z', rest)
  const negative = { system: 'http://snomed.info/sct', code: '260385009', display: 'Negative' }
  lab('5778-6', 'Color of Urine', { valueString: 'Yellow' })
  lab('5802-4', 'Nitrite [Presence] in Urine', {
    valueCodeableConcept: { coding: [negative], text: 'Negative' },
  })
  lab('30525-0', 'Age (integer)', { valueInteger: 53 })
  lab('82810-3', 'Pregnancy status (boolean)', { valueBoolean: false })
  lab('5196-1', 'Hepatitis B surface Ag titer (ratio)', {
    valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } },
  })
  lab('5821-4', 'WBC /HPF (range)', {
    valueRange: { low: toQuantity(5, '/[HPF]'), high: toQuantity(10, '/[HPF]') },
  })
  lab('8665-2', 'Last menstrual period (dateTime)', { valueDateTime: '2025-04-20' })
  lab('19994-3', 'Sample time (time)', { valueTime: '07:45:00' })
  lab('8339-4', 'Observation window (Period)', {
    valuePeriod: { start: '2025-05-01', end: '2025-05-02' },
  })
  const beat = (index: number) => 2048 + Math.round(400 * Math.exp(-(((index % 40) - 20) ** 2) / 4))
  lab('11524-6', 'ECG lead II (SampledData)', {
    valueSampledData: {
      // data × factor + origin (FHIR R4 SampledData): the baseline, 2048 × 1.6, lies at 0.
      origin: toQuantity(-3276.8, 'uV'),
      period: 10,
      factor: 1.6,
      dimensions: 1,
      data: Array.from({ length: 120 }, (_, index) => beat(index)).join(' '),
    },
  })
  lab('2339-0', 'Glucose (no value)', {
    dataAbsentReason: {
      coding: [{ system: absentSystem, code: 'not-performed', display: 'Not Performed' }],
      text: 'Specimen haemolysed',
    },
  })
  lab('1988-5', 'CRP (comparator)', {
    valueQuantity: { ...toQuantity(0.3, 'mg/L'), comparator: '<' },
  })
  lab('2857-1', 'PSA note', {
    valueQuantity: toQuantity(3.1, 'ng/mL'),
    note: [{ text: 'Repeat in 6 weeks. <b>not html</b>' }],
  })
  lab('600-7', 'Bacteria identified', { valueString: 'No growth after 5 days' })
}

/** What charts hold in practice: no date, a year for a date, a mistake taken back, two categories and a local code. */
export const oddObservations: readonly Observation[] = [
  {
    resourceType: 'Observation',
    id: 'gen-no-date',
    status: 'preliminary',
    category: [toCategory('laboratory')],
    code: { text: 'Local test, text only, no coding, no date' },
    subject,
    valueString: 'see report',
  },
  {
    resourceType: 'Observation',
    id: 'gen-error',
    status: 'entered-in-error',
    category: [toCategory('vital-signs')],
    code: toCode('29463-7', 'Body weight'),
    subject,
    effectiveDateTime: '2025-05-02',
    valueQuantity: toQuantity(710, 'kg'),
  },
  {
    resourceType: 'Observation',
    id: 'gen-multi-cat',
    status: 'amended',
    category: [toCategory('laboratory'), toCategory('survey')],
    code: {
      coding: [
        ...(toCode('44261-6', 'PHQ-9 total score').coding ?? []),
        {
          system: 'urn:oid:1.2.840.114350.1.13.0.1.7.2.768282',
          code: '1234',
          display: 'PHQ9 (local)',
        },
      ],
      text: 'PHQ-9 total score',
    },
    subject,
    effectiveInstant: '2025-05-02T09:00:00.123Z',
    valueQuantity: { value: 12 },
  },
  {
    resourceType: 'Observation',
    id: 'gen-year-only',
    status: 'final',
    category: [toCategory('social-history')],
    code: toCode('72166-2', 'Tobacco smoking status'),
    subject,
    effectiveDateTime: '2019',
    valueCodeableConcept: { text: 'Former smoker' },
  },
]
