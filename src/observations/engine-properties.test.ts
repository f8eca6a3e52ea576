import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../fhir/json.ts'
import type { Observation } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import { readObservation } from './read-observation.ts'
import { loincComponent, sampleJson } from './sample-observation.ts'
import { anyObservation } from './test-observations.ts'
import { formatEffective, formatFlags, formatRanges, formatValue } from './words.ts'

function read(resource: unknown): Observation | undefined {
  const reading = readObservation(resource)
  return reading.kind === 'read' ? reading.observation : undefined
}

function valueWords(resource: unknown): string {
  const observation = read(resource)
  return observation === undefined ? '' : formatValue(observation)
}

function allWords(observation: Observation): string {
  return [
    formatValue(observation),
    formatValue(observation, new Set(['1'])),
    formatFlags(observation),
    formatRanges(observation),
    formatEffective(observation.effective, 'en-US'),
  ].join('\n')
}

describe('the Observation engine, given any JSON', () => {
  it('D8 never throws, nor do the words for what it gives', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue({ maxDepth: 6 }), anyObservation), (json) => {
        const observation = read(json)
        // A text may begin with a new line; what is never empty is what is said of the value.
        const value = observation === undefined ? 'not read' : formatValue(observation)
        expect(value).not.toBe('')
        expect(() => (observation === undefined ? '' : allWords(observation))).not.toThrow()
      }),
      { numRuns: 1000 },
    )
  })

  it('D8 is not worn down by depth', () => {
    const deep = (levels: number): Json =>
      levels === 0 ? 5 : { value: deep(levels - 1), coding: [], text: {}, extension: [null] }
    for (const key of ['valueQuantity', 'component', 'effectiveTiming', 'referenceRange', 'meta']) {
      expect(valueWords(sampleJson({ [key]: deep(3000) }))).not.toBe('')
    }
  })

  it('D8 has something to say about what the generator makes', () => {
    const samples = fc.sample(anyObservation, { numRuns: 1000, seed: 1 }).map(read)
    const observations = samples.filter((one) => one !== undefined)
    expect(observations.length).toBeGreaterThan(500)
    expect(new Set(observations.map(({ value }) => value.kind)).size).toBeGreaterThan(14)
  })
})

describe('a comparator', () => {
  it.each([
    ['<', '<'],
    ['<=', '≤'],
    ['>=', '≥'],
    ['>', '>'],
    ['ad', 'enough to reach '],
  ])(
    'D4 is never lost: %s stands before its number, in whatever Observation',
    (comparator, sign) => {
      // Digits that the generator doesn't come upon by chance.
      const quantity = { value: 73_105_419, unit: 'mg', comparator }
      const member = fc.constantFrom<JsonObject>(
        { valueQuantity: quantity },
        { valueRange: { low: quantity, high: { value: 80_000_000 } } },
        { valueRatio: { numerator: quantity, denominator: quantity } },
        { referenceRange: [{ high: quantity }] },
        { component: [loincComponent('8480-6', { valueQuantity: quantity })] },
      )
      fc.assert(
        fc.property(anyObservation, member, (rest, own) => {
          const observation = read({ ...rest, ...own })
          const words = observation === undefined ? '' : allWords(observation)
          expect(words.replaceAll(`${sign}73105419`, '')).not.toContain('73105419')
        }),
      )
      expect(valueWords(sampleJson({ valueQuantity: quantity }))).toBe(`${sign}73105419 mg`)
    },
  )

  it('D4 that is not known hides its number', () => {
    const unknown = fc.jsonValue().filter((json) => json !== null && !isKnown(json))
    fc.assert(
      fc.property(unknown, (comparator) => {
        const words = valueWords(sampleJson({ valueQuantity: { value: 73_105_419, comparator } }))
        expect(words).not.toContain('73105419')
        expect(words).toContain('Not shown')
      }),
    )
  })

  function isKnown(json: unknown): boolean {
    return ['<', '<=', '>=', '>', 'ad'].some((one) => one === json)
  }
})

describe('the words of a value', () => {
  // Digits are made from an exponent, an escape of rich text or a control character taken out between two of them.
  const number = fc
    .oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
    .filter((one) => !String(one).includes('e'))
  const text = fc.string().filter((one) => !one.trim().startsWith('{\\rtf'))
  const amount = fc.oneof(number, fc.constantFrom('5.10', '1e5', '-0.30', '5,1', '<5'))
  const quantity = fc.record(
    {
      value: amount,
      unit: text,
      code: text,
      comparator: fc.constantFrom('<', '<=', '>=', '>', 'ad', '~'),
    },
    { requiredKeys: [] },
  )
  const concept = fc.record(
    {
      text,
      coding: fc.array(
        fc.record({ system: text, code: text, display: text }, { requiredKeys: [] }),
      ),
    },
    { requiredKeys: [] },
  )
  const value = fc.oneof(
    fc.record({ valueQuantity: quantity }),
    fc.record({ valueString: text }),
    fc.record({ valueCodeableConcept: concept }),
    fc.record({ valueInteger: amount }),
    fc.record({ valueRange: fc.record({ low: quantity, high: quantity }, { requiredKeys: [] }) }),
    fc.record({ valueRatio: fc.record({ numerator: quantity, denominator: quantity }) }),
    fc.record({ valueTime: text }),
    fc.record({
      valueDateTime: fc.constantFrom('2024', '2024-05', '2024-05-01', '2024-05-01T09:00'),
    }),
    fc.record({ dataAbsentReason: concept }),
    fc.record({ valueQuantity: quantity, dataAbsentReason: concept }),
  )
  const code = fc.constantFrom('8480-6', '8462-4', '3151-8')
  const component = fc
    .tuple(code, value)
    .map(([loinc, own]): JsonObject => loincComponent(loinc, own))
  const parts = fc.record({ value, component: fc.array(component, { maxLength: 3 }) })

  it('D4 hold no number that the resource does not', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const part: JsonObject = { ...made.value, component: made.component }
        const sent = JSON.stringify(part)
        const numbers = valueWords(sampleJson(part)).match(/\d+/g) ?? []
        expect(numbers.filter((digits) => !sent.includes(digits))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the order of a list', () => {
  it('D6 is the same however the list was shuffled', () => {
    const observations = fc
      .array(anyObservation, { maxLength: 12 })
      .map((jsons) => jsons.map((json, at) => read({ ...json, id: `o${at}` })))
      .map((list) => list.filter((one) => one !== undefined))
    const shuffled = observations.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    )
    const idsOf = (list: readonly Observation[]) =>
      list.toSorted(compareNewestFirst).map(({ id }) => id)
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(idsOf(other)).toEqual(idsOf(list))
      }),
    )
  })
})
