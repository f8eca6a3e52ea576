import type { JsonObject } from '../../fhir/json.ts'
import type { D10Fixture } from './d10-parts.ts'
import { loinc, observation, ucumQuantity } from './d10-parts.ts'

const weight = (id: string, effective: JsonObject): JsonObject =>
  observation(id, {
    code: loinc('29463-7', 'Body weight'),
    valueQuantity: ucumQuantity(70, 'kg'),
    effectiveDateTime: undefined,
    ...effective,
  })

/** When Observations hold: D10, from "date-only at US midnight" to "offset across DST". */
export const d10Dates: readonly D10Fixture[] = [
  {
    title: 'date-only at US midnight',
    resources: [weight('date-only', { effectiveDateTime: '2024-05-01' })],
  },
  {
    title: 'year only',
    resources: [
      weight('year-only', { effectiveDateTime: '2024' }),
      weight('month-only', { effectiveDateTime: '2024-05' }),
    ],
  },
  {
    title: 'Period 24 h',
    resources: [
      observation('urine-24-h', {
        code: loinc('2889-4', 'Protein [Mass/time] in 24 hour Urine'),
        valueQuantity: ucumQuantity(95, 'mg/(24.h)', { unit: 'mg/24 h' }),
        effectiveDateTime: undefined,
        effectivePeriod: { start: '2024-05-01T07:00:00-07:00', end: '2024-05-02T07:00:00-07:00' },
      }),
      weight('period-open-start', { effectivePeriod: { end: '2024-05-02' } }),
      weight('period-open-end', { effectivePeriod: { start: '2024-05-01' } }),
    ],
  },
  {
    title: 'future 2099',
    resources: [weight('future', { effectiveDateTime: '2099-01-01T00:00:00Z' })],
  },
  {
    title: 'no effective',
    resources: [
      weight('no-effective', { issued: '2024-05-03T10:00:00Z' }),
      weight('effective-absent', {
        _effectiveDateTime: {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'asked-unknown',
            },
          ],
        },
      }),
    ],
  },
  {
    title: 'offset -05:00 across DST',
    resources: [
      weight('before-summer-time', { effectiveDateTime: '2024-03-10T01:30:00-05:00' }),
      weight('within-summer-time', { effectiveDateTime: '2024-03-10T05:30:00-05:00' }),
      weight('no-offset', { effectiveDateTime: '2024-03-10T02:30:00' }),
    ],
  },
]
