import { describe, expect, it } from 'vitest'
import { buildSample, sampleNow as NOW, sampleSeriesId as ID } from './test-series.ts'
import { buildSeries } from './build-series.ts'
import { loincComponent, readSample, ucum } from './sample-observation.ts'

const quantity = (value: number, rest = {}) => ({ valueQuantity: ucum(value, '%'), ...rest })
describe('buildSeries', () => {
  it('gives nothing for a trend no result belongs to', () => {
    expect(buildSeries([readSample(quantity(5))], 'loinc-1-1', { now: NOW })).toBeUndefined()
  })

  it('puts points in ascending time, in words and digits as sent', () => {
    const series = buildSample(
      quantity(7.5, { effectiveDateTime: '2024-05-01' }),
      quantity(6.5, {
        effectiveDateTime: '2024-04-01T12:00:00Z',
        interpretation: [{ text: 'High' }],
      }),
    )
    expect(series).toMatchObject({ id: ID, name: 'Hemoglobin A1c', excluded: [] })
    expect(series?.lines).toHaveLength(1)
    expect(series?.lines[0]).toMatchObject({
      name: 'Hemoglobin A1c',
      unit: '%',
      points: [
        {
          observationId: 'o1',
          value: 6.5,
          valueText: '6.5 %',
          isDateOnly: false,
          flagText: 'High',
          remarks: [],
        },
        {
          observationId: 'o0',
          value: 7.5,
          at: new Date(2024, 4, 1).getTime(),
          isDateOnly: true,
          dateText: 'May 1, 2024',
          flagText: '',
        },
      ],
    })
    expect(series?.observations.map(({ id }) => id)).toEqual(['o0', 'o1'])
  })

  it('D3 D5 D8 says beside a point what qualifies it', () => {
    const json = quantity(5, {
      status: 'corrected',
      bodySite: { text: 'Left arm' },
      performer: [{ display: 'Dr A' }],
      note: [{ text: 'Not fasting' }],
    })
    expect(buildSample(json)?.lines[0]?.points[0]?.remarks).toEqual([
      'Corrected',
      'Body site: Left arm',
      'Note: Not fasting',
    ])
  })

  it('draws zero', () => {
    expect(buildSample(quantity(0))?.lines[0]?.points).toMatchObject([{ value: 0 }])
  })

  it.each([
    [
      'as much as is needed',
      { valueQuantity: ucum(5, '%', { comparator: 'ad' }) },
      'not a number, but as much as is needed',
    ],
    ['preliminary', quantity(5, { status: 'preliminary' }), 'preliminary, not final'],
    ['registered', quantity(5, { status: 'registered' }), 'pending'],
    ['an unknown status', quantity(5, { status: 'x' }), 'status unknown'],
    ['cancelled', quantity(5, { status: 'cancelled' }), 'cancelled'],
    [
      'test data',
      quantity(5, {
        meta: {
          tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
        },
      }),
      'test data',
    ],
    ['a focus', quantity(5, { focus: [{ display: 'Fetus' }] }), 'about Fetus, not the patient'],
    ['no date', quantity(5, { effectiveDateTime: undefined }), 'no date to place it at'],
    ['the year 2099', quantity(5, { effectiveDateTime: '2099' }), 'the date lies in the future'],
    ['no value', {}, 'no value'],
    ['text', { valueString: '5' }, 'not a single number'],
    ['a range', { valueRange: { low: ucum(5, '%') } }, 'not a single number'],
    [
      'a modifier',
      quantity(5, { implicitRules: 'urn:x' }),
      "contains information this app can't interpret",
    ],
    [
      'members',
      { hasMember: [{ reference: 'Observation/2' }] },
      'a panel: its results have trends of their own',
    ],
  ])('D3 D4 D6 D8 leaves out %s and says why', (_, json, reason) => {
    const series = buildSample(json)
    expect(series?.lines).toEqual([])
    expect(series?.excluded).toMatchObject([{ observationId: 'o0', reason }])
  })

  it.each(['final', 'amended', 'corrected'])('D3 draws a result that is %s', (status) => {
    expect(buildSample(quantity(5, { status }))?.lines[0]?.points).toHaveLength(1)
  })

  it('D7 says the flag of what it leaves out', () => {
    const rest = { status: 'preliminary', interpretation: [{ text: 'Panic' }] }
    expect(buildSample(quantity(9, rest))?.excluded).toMatchObject([{ valueText: '9 %, Panic' }])
  })

  it('D6 leaves out what lies before birth', () => {
    const old = readSample(quantity(5, { effectiveDateTime: '1950' }))
    const bornAt = new Date(2000, 0, 1).getTime()
    expect(buildSeries([old], ID, { now: NOW, bornAt })?.excluded).toMatchObject([
      { reason: 'the date lies before birth' },
    ])
  })

  it('D6 draws what may lie after birth: the year of birth', () => {
    const born = new Date(2024, 4, 10).getTime()
    const series = buildSeries([readSample(quantity(5, { effectiveDateTime: '2024' }))], ID, {
      now: NOW,
      bornAt: born,
    })
    expect(series?.excluded).toEqual([])
    expect(series?.lines[0]?.points).toHaveLength(1)
  })

  it('D6 draws a Period at its end and keeps both dates in words', () => {
    const json = {
      effectiveDateTime: undefined,
      effectivePeriod: { start: '2024-05-01', end: '2024-05-02' },
    }
    expect(buildSample(quantity(5, json))?.lines[0]?.points).toMatchObject([
      { at: new Date(2024, 4, 2).getTime(), dateText: 'May 1, 2024 – May 2, 2024' },
    ])
  })

  it('D6 orders points by where they are drawn, also beside a Period that began earlier', () => {
    const long = {
      effectiveDateTime: undefined,
      effectivePeriod: { start: '2024-01-01', end: '2024-03-01' },
    }
    const series = buildSample(quantity(5, long), quantity(6, { effectiveDateTime: '2024-02-01' }))
    expect(series?.lines[0]?.points.map(({ value }) => value)).toEqual([6, 5])
  })

  it('D4 puts each unit on a line of its own and converts none', () => {
    const series = buildSample(
      { valueQuantity: ucum(70, 'kg') },
      { valueQuantity: ucum(154, '[lb_av]') },
      { valueQuantity: { value: 71, unit: 'kg' } },
      { valueQuantity: { value: 72 } },
      { valueInteger: 73 },
    )
    expect(
      series?.lines.map(({ unit, unitKey, points }) => [unit, unitKey, points.length]),
    ).toEqual([
      [undefined, 'ucum 1', 1],
      [undefined, 'none', 1],
      ['kg', 'text kg', 1],
      ['[lb_av]', 'ucum [lb_av]', 1],
      ['kg', 'ucum kg', 1],
    ])
  })

  it('D4 draws "<5" as somewhere below 5, and ">200" as somewhere above', () => {
    const signs = ['<', '<=', '>=', '>']
    const series = buildSample(
      ...signs.map((comparator) => ({ valueQuantity: ucum(5, '%', { comparator }) })),
    )
    const points = series?.lines.flatMap((line) => line.points) ?? []
    expect(points.map(({ bound, valueText }) => [bound, valueText])).toEqual([
      ['above', '>5 %'],
      ['above', '≥5 %'],
      ['below', '≤5 %'],
      ['below', '<5 %'],
    ])
  })

  it('D7 says beside a point its ranges as sent, and a comparison where nothing was flagged', () => {
    const series = buildSample(
      quantity(7, { referenceRange: [{ low: ucum(4, '%'), high: ucum(5.6, '%') }] }),
    )
    expect(series?.lines[0]?.points[0]).toMatchObject({
      rangeText: '4–5.6 %',
      flagText: "Above the range given (Chartside's comparison)",
    })
  })

  it('D7 lets the range step where the laboratory changed it', () => {
    const range = (high: number) => [{ low: ucum(4, '%'), high: ucum(high, '%') }]
    const series = buildSample(
      quantity(5, { effectiveDateTime: '2024-01-01', referenceRange: range(5.6) }),
      quantity(5, { effectiveDateTime: '2024-02-01', referenceRange: range(6) }),
    )
    expect(series?.lines[0]?.bands).toMatchObject([
      { low: 4, high: 5.6, until: new Date(2024, 1, 1).getTime() },
      { low: 4, high: 6 },
    ])
  })

  it('D4 keeps one line for one UCUM code under two spellings, each point with its own', () => {
    const series = buildSample(
      { valueQuantity: { ...ucum(70, 'mm[Hg]'), unit: 'mmHg' }, effectiveDateTime: '2024-01-01' },
      { valueQuantity: ucum(71, 'mm[Hg]'), effectiveDateTime: '2024-02-01' },
    )
    expect(series?.lines).toHaveLength(1)
    expect(series?.lines[0]?.unit).toBe('mm[Hg]')
    expect(series?.lines[0]?.points.map(({ valueText }) => valueText)).toEqual([
      '70 mmHg',
      '71 mm[Hg]',
    ])
  })

  it('D5 gives a blood pressure two lines and says which part is missing', () => {
    const pressure = (value: number, second: object) => ({
      component: [
        loincComponent('8480-6', { valueQuantity: ucum(value, 'mm[Hg]') }),
        loincComponent('8462-4', { ...second }),
      ],
    })
    const series = buildSample(
      pressure(120, { valueQuantity: ucum(80, 'mm[Hg]') }),
      pressure(130, { dataAbsentReason: { text: 'Cuff slipped' } }),
    )
    expect(series?.lines.map(({ name, points }) => [name, points.length])).toEqual([
      ['Systolic', 2],
      ['Diastolic', 1],
    ])
    expect(series?.excluded).toMatchObject([
      { observationId: 'o1', valueText: 'Diastolic: Cuff slipped', reason: 'no value' },
    ])
  })

  it('D3 never draws or counts one entered in error, should one get here', () => {
    const observation = { ...readSample(quantity(5)), status: 'entered-in-error' as const }
    expect(buildSeries([observation], ID, { now: NOW })).toBeUndefined()
  })
})
