import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeSamples } from './decode-samples.ts'
import { ucum } from './sample-observation.ts'
import { readSampledData } from './sampled-data.ts'
import { formatSampledData } from './sampled-words.ts'
import { readSampled, sampledJson } from './test-sampled-data.ts'

const withheld = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
  ],
}

describe('readSampledData', () => {
  it('D4 keeps every element, the data as sent', () => {
    const json = {
      origin: ucum(2048, 'uV'),
      period: 10,
      factor: 1.612,
      lowerLimit: -3300,
      upperLimit: 3300,
      dimensions: 2,
      data: '2041  E\n2.50 L U x',
    }
    expect(readSampledData(json)).toEqual({
      origin: {
        amount: { text: '2048', number: 2048 },
        comparator: undefined,
        unit: 'uV',
        ucum: 'uV',
      },
      periodMs: 10,
      factor: 1.612,
      lowerLimit: -3300,
      upperLimit: 3300,
      dimensions: 2,
      data: '2041  E\n2.50 L U x',
      sampleCount: 6,
      valueCount: 2,
    })
  })

  it('D4 takes a missing factor for 1, and missing limits for none', () => {
    expect(readSampled({ data: '1' })).toMatchObject({
      factor: 1,
      lowerLimit: undefined,
      upperLimit: undefined,
    })
  })

  it.each([{}, { data: null }, { data: '' }, { data: ' \n' }])(
    'D4 finds no samples in %j',
    (rest) => {
      const data = readSampled(rest)
      expect(data).toMatchObject({ data: undefined, sampleCount: 0, valueCount: 0 })
      expect(decodeSamples(data)).toEqual([])
    },
  )

  it.each([
    { origin: undefined },
    { origin: { unit: 'mV' } },
    { origin: 0 },
    { origin: ucum(0, 'mV', { comparator: '<' }) },
    { origin: ucum(0, 'mV', { comparator: '~' }) },
    { origin: ucum(0, 'mV', { _comparator: withheld }) },
    { origin: ucum(0, 'mV', { _value: withheld }) },
    { period: undefined },
    { period: 0 },
    { period: -2 },
    { period: 1e300 },
    { period: 'soon' },
    { period: 2, _period: withheld },
    { dimensions: undefined },
    { dimensions: 0 },
    { dimensions: -1 },
    { dimensions: 1.5 },
    { dimensions: 1e300 },
    { dimensions: [1] },
    { factor: 'x' },
    { factor: '' },
    { factor: {} },
    { _factor: withheld },
    { lowerLimit: 'low' },
    { upperLimit: [3300] },
    { data: 5 },
    { data: ['1', '2'] },
    { _data: withheld },
  ])('D4 makes no guess of %j', (rest) => {
    expect(readSampledData(sampledJson({ data: '1 2', ...rest }))).toBeUndefined()
  })

  it.each([undefined, null, 5, '1 2', [], [sampledJson()]])('D4 reads nothing from %j', (json) => {
    expect(readSampledData(json)).toBeUndefined()
  })

  it('D4 throws for no JSON, whether read, decoded or put into words', () => {
    const leaf = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.constantFrom('1 E L U', '1e999', '1e-999 0x1', '1e400000000', '-0.0 -', ucum(1, 'mV')),
    )
    const json = fc.record(
      {
        origin: fc.oneof(leaf, fc.record({ value: leaf })),
        period: leaf,
        factor: leaf,
        lowerLimit: leaf,
        dimensions: leaf,
        data: leaf,
      },
      { requiredKeys: [] },
    )
    const valid = json.map((rest) => ({ ...rest, origin: ucum(1, 'mV'), dimensions: 1 }))
    const near = fc
      .tuple(leaf, leaf, leaf)
      .map(([data, factor, period]) => [
        sampledJson({ data: '1 E 2.5', factor: factor as number }),
        sampledJson({ data: '1 E 2.5', period: period as number }),
        sampledJson({ data: data as string }),
      ])
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), json, valid, near), (sent) => {
        for (const one of Array.isArray(sent) ? sent : [sent]) {
          const data = readSampledData(one)
          if (data === undefined) continue
          expect(formatSampledData(data)).not.toMatch(/undefined|NaN|Infinity|∞/)
          for (const { samples } of decodeSamples(data)) {
            for (const sample of samples) {
              expect(Number.isFinite(sample.atMs)).toBe(true)
              expect(Number.isFinite(sample.kind === 'value' ? sample.value : 0)).toBe(true)
            }
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
