import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { loincComponent, ucum } from './sample-observation.ts'
import { inCategory, inRecord, named, neverLatest, overviewClock, vital } from './test-overview.ts'
import { latestVitals, pinnedGlances } from './vital-signs.ts'
import { formatValue } from './words.ts'

const glances = (...jsons: readonly JsonObject[]) => latestVitals(inRecord(...jsons), overviewClock)
const only = (...jsons: readonly JsonObject[]) => {
  const [glance, ...others] = glances(...jsons)
  if (glance === undefined || others.length > 0) throw new Error('not one test')
  return glance
}

describe('latestVitals', () => {
  it('stands in a fixed order, then by name', () => {
    const codes = ['39156-5', '29463-7', '8867-4', '8480-6', '85354-9', '9843-4', '59408-5']
    const others = ['Pain', 'Girth'].map((name) => ({
      ...inCategory('vital-signs'),
      ...named(name),
    }))
    const names = glances(...others, ...codes.map((code) => vital(code, '2024-05-01', 1))).map(
      ({ name }) => name,
    )
    expect(names).toEqual([
      'Blood pressure',
      'LOINC 8480-6',
      'Heart rate',
      'Oxygen saturation by pulse oximetry',
      'Body weight',
      'Body mass index',
      'Head circumference',
      'Girth',
      'Pain',
    ])
  })

  it('takes a vital sign known by its code in whatever category, and nothing else of another', () => {
    const weight = vital('29463-7', '2024-05-01', 70, inCategory('exam'))
    expect(glances(weight, inCategory('laboratory')).map(({ name }) => name)).toEqual([
      'Body weight',
    ])
  })

  it('D6 gives the latest of a test that is categorised as one in some results only', () => {
    const pain = { ...named('Pain'), valueQuantity: ucum(3, '{score}') }
    const { latest } = only(
      { ...inCategory('vital-signs'), ...pain, effectiveDateTime: '2024-03-01' },
      { ...inCategory('exam'), ...pain, effectiveDateTime: '2024-05-01' },
    )
    expect(latest.map(({ id }) => id)).toEqual(['o1'])
  })

  it('D6 gives the latest with its change and its line', () => {
    const { latest, change, lines, isCut } = only(
      vital('29463-7', '2024-03-01', 71),
      vital('3141-9', '2024-05-01', 72),
      vital('29463-7', '2024-01-01', 70),
    )
    expect(latest.map((one) => formatValue(one))).toEqual(['72 kg'])
    expect(change).toBe('1 kg more than on Mar 1, 2024')
    expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([[70, 71, 72]])
    expect(isCut).toBe(false)
  })

  it('D6 gives both of the same time, and no change then', () => {
    const { latest, change } = only(
      vital('29463-7', '2024-05-01', 72),
      vital('29463-7', '2024-05-01', 73),
      vital('29463-7', '2024-01-01', 70),
    )
    expect(latest.map((one) => formatValue(one))).toEqual(['72 kg', '73 kg'])
    expect(change).toBeUndefined()
  })

  it('D6 says no change beside two before that are of one time', () => {
    const earlier = [70, 71].map((value) => vital('29463-7', '2024-01-01', value))
    expect(only(vital('29463-7', '2024-05-01', 72), ...earlier).change).toBeUndefined()
  })

  it.each(neverLatest)('%s is not the latest', (_, rest) => {
    const { latest } = only(
      vital('29463-7', '2024-05-01', 70),
      vital('29463-7', '2024-05-02', 99, rest),
    )
    expect(latest.map(({ id }) => id)).toEqual(['o0'])
    expect(glances(vital('29463-7', '2024-05-02', 99, rest))).toEqual([])
  })

  it('D6 leaves out what lies before birth', () => {
    const record = inRecord(vital('29463-7', '2024-05-01', 70))
    const bornAt = new Date(2024, 4, 20).getTime()
    expect(latestVitals(record, { ...overviewClock, bornAt })).toEqual([])
  })

  it('D3 gives a preliminary result as the latest, and draws it in no line', () => {
    const { latest, lines, change } = only(
      vital('29463-7', '2024-05-01', 72, { status: 'preliminary' }),
      vital('29463-7', '2024-01-01', 70),
    )
    expect(latest.map(({ status }) => status)).toEqual(['preliminary'])
    expect(lines.flatMap(({ points }) => points.map(({ value }) => value))).toEqual([70])
    expect(change).toBeUndefined()
  })

  it('D4 gives the result before, where the latest says nothing', () => {
    const { latest, before, change } = only(
      vital('29463-7', '2024-05-01', 72, {
        valueQuantity: null,
        dataAbsentReason: { text: 'Refused' },
      }),
      vital('29463-7', '2024-03-01', 71),
      vital('29463-7', '2024-01-01', 70),
    )
    expect(latest.map((one) => formatValue(one))).toEqual(['Refused'])
    expect(before.map((one) => formatValue(one))).toEqual(['71 kg'])
    expect(change).toBeUndefined()
  })

  it('D6 gives both of one time before, where the latest says nothing', () => {
    const { before } = only(
      vital('29463-7', '2024-05-01', 72, { status: 'registered', valueQuantity: null }),
      vital('29463-7', '2024-03-01', 71),
      vital('29463-7', '2024-03-01', 81),
      vital('29463-7', '2024-01-01', 70),
    )
    expect(before.map(({ id }) => id).toSorted()).toEqual(['o1', 'o2'])
  })

  it('D4 D5 draws one line of one unit and method, and keeps bounds as such', () => {
    const oral = { method: { text: 'Oral' } }
    const { lines, change } = only(
      vital('8310-5', '2024-05-04', 37, { valueQuantity: ucum(37, 'Cel'), ...oral }),
      vital('8310-5', '2024-05-03', 38, { valueQuantity: ucum(38, 'Cel') }),
      vital('8310-5', '2024-05-02', 99, { valueQuantity: ucum(99, '[degF]'), ...oral }),
      vital('8310-5', '2024-05-01', 35, {
        valueQuantity: ucum(35, 'Cel', { comparator: '<' }),
        ...oral,
      }),
    )
    expect(lines.map(({ points }) => points.map(({ value, bound }) => [value, bound]))).toEqual([
      [
        [35, 'below'],
        [37, 'exact'],
      ],
    ])
    expect(change).toBeUndefined()
  })

  it('D5 draws a blood pressure as two lines, and leaves out a part that is missing', () => {
    const pressure = (day: string, ...parts: readonly (readonly [string, number])[]) =>
      vital('85354-9', day, 0, {
        valueQuantity: null,
        component: parts.map(([code, value]) =>
          loincComponent(code, { valueQuantity: ucum(value, 'mm[Hg]') }),
        ),
      })
    const { lines } = only(
      pressure('2024-05-03', ['8462-4', 80], ['8480-6', 120]),
      pressure('2024-05-02', ['8480-6', 125]),
      pressure('2024-05-01', ['8480-6', 130], ['8462-4', 85]),
    )
    expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([
      [130, 125, 120],
      [85, 80],
    ])
  })

  it('D5 gives no panel that only holds others together', () => {
    const panel = { hasMember: [{ reference: 'Observation/1' }], valueQuantity: null }
    expect(glances(vital('85353-1', '2024-05-01', 0, panel))).toEqual([])
  })

  it('says of a long series that only its newest results were looked at', () => {
    const many = Array.from({ length: 150 }, (_, at) =>
      vital('8867-4', new Date(Date.UTC(2024, 0, 1 + at)).toISOString(), at),
    )
    const { lines, isCut } = only(...many)
    expect(lines[0]?.points.map(({ value }) => value)).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 50),
    )
    expect(isCut).toBe(true)
  })
})

describe('pinnedGlances', () => {
  it('gives the tests in the order they are pinned in, each once, those that are loaded', () => {
    const record = inRecord({}, vital('29463-7', '2024-05-01', 70))
    const pinned = ['loinc-29463-7', 'loinc-9999-9', 'loinc-4548-4', 'loinc-29463-7']
    expect(pinnedGlances(record, pinned, overviewClock).map(({ seriesId }) => seriesId)).toEqual([
      'loinc-29463-7',
      'loinc-4548-4',
    ])
    expect(pinnedGlances(record, [], overviewClock)).toEqual([])
  })
})
