import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildSeries } from './build-series.ts'
import { readSample, ucum } from './sample-observation.ts'
import { sampleNow as now } from './test-series.ts'
import { convertUnits } from './unit-converter.ts'

type Json = Parameters<typeof readSample>[0]

/** The trend of results of one LOINC code, a month apart, the units joined where they convert. */
function build(code: string, ...values: Json[]) {
  const observations = values.map((json, month) =>
    readSample({
      id: `o${month}`,
      code: { coding: [{ system: 'http://loinc.org', code }], text: 'Test' },
      effectiveDateTime: `2024-0${month + 1}-01`,
      ...json,
    }),
  )
  const [first] = observations
  return buildSeries(observations, first?.seriesId ?? '', { now, convert: convertUnits })
}

const linesOf = (series: ReturnType<typeof build>) =>
  series?.lines.map(({ unit, points }) => [unit, points.map(({ value }) => value)])

describe('a trend in several units', () => {
  it('D4 joins pounds and kilograms into the unit of the newest, and says so beside the words as sent', () => {
    const series = build(
      '29463-7',
      { valueQuantity: { ...ucum(150, '[lb_av]'), unit: 'lb' } },
      { valueQuantity: ucum(70, 'kg') },
    )
    expect(linesOf(series)).toEqual([['kg', [68.0388555, 70]]])
    expect(series?.lines[0]?.points.map(({ valueText, remarks }) => [valueText, remarks])).toEqual([
      ['150 lb', ['Drawn as 68 kg']],
      ['70 kg', []],
    ])
  })

  it('D5 joins codes of one group of tests, and names what it was sent as', () => {
    const weights = ['29463-7', '3141-9'].map((code, at) =>
      readSample({
        id: code,
        code: { coding: [{ system: 'http://loinc.org', code }], text: `Weight ${at}` },
        valueQuantity: ucum(70 + at, 'kg'),
        effectiveDateTime: `2024-0${at + 1}-01`,
      }),
    )
    const series = buildSeries(weights, 'loinc-29463-7', { now })
    expect(linesOf(series as ReturnType<typeof build>)).toEqual([['kg', [70, 71]]])
    expect(series?.lines[0]?.points[0]?.remarks).toEqual(['Sent as Weight 0'])
  })

  it('D4 converts mass to moles by the stated molar mass of glucose', () => {
    const series = build(
      '2345-7',
      { valueQuantity: ucum(100, 'mg/dL') },
      { valueQuantity: ucum(5.5, 'mmol/L') },
    )
    expect(series?.lines).toHaveLength(1)
    expect(series?.lines[0]?.points[0]?.value).toBeCloseTo(5.55, 2)
  })

  it.each([
    ['triglycerides, a mixture', '2571-8', 'mg/dL', 'mmol/L'],
    ['a test of no group', '1988-5', 'mg/dL', 'mmol/L'],
    ['two scales of one ratio', '4548-4', '%', 'mmol/mol'],
  ])('D4 splits %s', (_, code, one, other) => {
    const series = build(code, { valueQuantity: ucum(6, one) }, { valueQuantity: ucum(7, other) })
    expect(series?.lines).toHaveLength(2)
  })

  it('D4 converts bounds and ranges with their points', () => {
    const series = build(
      '29463-7',
      {
        valueQuantity: ucum(150, '[lb_av]', { comparator: '<' }),
        referenceRange: [{ low: ucum(100, '[lb_av]'), high: ucum(200, '[lb_av]') }],
      },
      {
        valueQuantity: ucum(70, 'kg'),
        referenceRange: [{ low: ucum(45.359237, 'kg'), high: ucum(90.718474, 'kg') }],
      },
    )
    const [line] = series?.lines ?? []
    expect(line?.points[0]).toMatchObject({ bound: 'below', remarks: ['Drawn as <68 kg'] })
    expect(line?.bands).toMatchObject([{ low: 45.359237, high: 90.718474 }])
  })

  it.each([
    ['<=', 'Drawn as ≤68 kg'],
    ['>', 'Drawn as >68 kg'],
  ])('D4 keeps the sign %s in what a point is drawn as', (comparator, remark) => {
    const series = build(
      '29463-7',
      { valueQuantity: ucum(150, '[lb_av]', { comparator }) },
      { valueQuantity: ucum(70, 'kg') },
    )
    expect(series?.lines[0]?.points[0]?.remarks).toEqual([remark])
  })

  it('D4 survives numbers of any length, and writes them without an exponent', () => {
    const long = `150.${'1'.repeat(150)}`
    const series = build(
      '29463-7',
      { valueQuantity: { ...ucum(0, '[lb_av]'), value: long } },
      { valueQuantity: ucum(1, 'ng') },
      { valueQuantity: ucum(70, 'kg') },
    )
    expect(series?.lines[0]?.points.map(({ remarks }) => remarks[0])).toEqual([
      'Drawn as 68.0892546522 kg',
      'Drawn as 0.000000000001 kg',
      undefined,
    ])
  })

  it('D4 loses no result whatever it joins', () => {
    const units = fc.constantFrom('kg', '[lb_av]', 'g', 'cm', '%', 'x')
    const digits = fc.stringMatching(/^\d{1,3}(\.\d{1,120})?$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(units, digits), { minLength: 1, maxLength: 5 }), (drawn) => {
        const jsons = drawn.map(([unit, value]) => ({
          valueQuantity: { ...ucum(0, unit), value },
        }))
        const series = build('29463-7', ...jsons)
        const ids = series?.lines.flatMap(({ points }) =>
          points.map(({ observationId }) => observationId),
        )
        expect(ids?.toSorted()).toEqual(jsons.map((_, at) => `o${at}`))
      }),
    )
  })

  it('D4 leaves each unit a line without a converter, and says that one might join them', () => {
    const pounds = readSample({ id: 'a', valueQuantity: ucum(150, '[lb_av]') })
    const kilos = readSample({ id: 'b', valueQuantity: ucum(70, 'kg') })
    const series = buildSeries([pounds, kilos], pounds.seriesId, { now })
    expect(series?.lines).toHaveLength(2)
    expect(series?.mayConvert).toBe(true)
    expect(buildSeries([kilos], kilos.seriesId, { now })?.mayConvert).toBe(false)
  })
})
