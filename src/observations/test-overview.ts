import type { JsonObject } from '../fhir/json.ts'
import type { Observation } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import { readSample, ucum } from './sample-observation.ts'

/** The clock of the tests of the overview. */
export const overviewClock = { now: new Date(2024, 5, 1).getTime() }

/** Sample Observations as a record holds them: newest first; ids are `o0`, `o1` and so on unless given. */
export const inRecord = (...jsons: readonly JsonObject[]): readonly Observation[] =>
  jsons.map((json, at) => readSample({ id: `o${at}`, ...json })).toSorted(compareNewestFirst)

/** A test of its own by its name alone. */
export const named = (text: string): JsonObject => ({ code: { text } })

/** A category of the base list. */
export const inCategory = (code: string): JsonObject => ({
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }],
    },
  ],
})

/** A vital sign by its LOINC code, in kilograms unless said otherwise. */
export const vital = (
  code: string,
  day: string,
  value: number,
  rest: JsonObject = {},
): JsonObject => ({
  ...inCategory('vital-signs'),
  code: { coding: [{ system: 'http://loinc.org', code, display: `LOINC ${code}` }] },
  effectiveDateTime: day,
  valueQuantity: ucum(value, 'kg'),
  ...rest,
})

/** What may never be the latest of a test, whatever it says, each with its reason. */
export const neverLatest: readonly (readonly [string, JsonObject])[] = [
  ['D3 cancelled', { status: 'cancelled' }],
  [
    'D8 test data',
    {
      meta: {
        security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
      },
    },
  ],
  ['D8 about another', { focus: [{ display: 'Fetus' }] }],
  ['D6 in the future', { effectiveDateTime: '2099-01-01' }],
  ['D6 undated', { effectiveDateTime: null }],
  ['D6 on a schedule', { effectiveDateTime: null, effectiveTiming: { code: { text: 'daily' } } }],
]
