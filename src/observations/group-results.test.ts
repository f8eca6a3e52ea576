import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupings, groupResults, isResult } from './group-results.ts'
import { readSample } from './sample-observation.ts'

type Json = Parameters<typeof readSample>[0]

const shape = (by: (typeof groupings)[number], ...jsons: Json[]) => {
  const observations = jsons.map((json, at) => readSample({ id: `o${at}`, ...json }))
  return groupResults(observations, by).map((line) =>
    isResult(line) ? line.id : `${line.title} (${line.count})`,
  )
}

describe('groupResults', () => {
  it('puts the results of one test together, in the order of the first', () => {
    const weight = { code: { text: 'Weight' } }
    expect(shape('test', {}, weight, {})).toEqual([
      'Hemoglobin A1c (2)',
      'o0',
      'o2',
      'Weight (1)',
      'o1',
    ])
  })

  it('D6 keeps days of the viewer’s zone, partial dates and no date apart', () => {
    expect(
      shape(
        'day',
        { effectiveDateTime: '2024-05-02T03:00:00Z' },
        { effectiveDateTime: '2024-05-01' },
        { effectiveDateTime: '2024-05' },
        { effectiveDateTime: undefined },
        { effectiveDateTime: undefined, effectivePeriod: { start: '2024-05-01' } },
      ),
    ).toEqual([
      'May 1, 2024 (3)',
      'o0',
      'o1',
      'o4',
      'May 2024 (1)',
      'o2',
      'Date not recorded (1)',
      'o3',
    ])
  })

  it('D5 puts a panel and its members together, and says what is in none', () => {
    const panel = {
      id: 'p',
      code: { text: 'Lipids' },
      effectiveDateTime: '2024-05-01',
      hasMember: [{ reference: 'Observation/b' }, { reference: 'Observation/x' }],
    }
    expect(shape('panel', { id: 'a' }, panel, { id: 'b' })).toEqual([
      'Not in a panel (1)',
      'a',
      'Lipids, May 1, 2024 (2)',
      'p',
      'b',
    ])
  })

  it.each(groupings)('gives a result as its own line, grouped by %s', (by) => {
    const observation = readSample()
    const lineOf = () => groupResults([observation], by).find(isResult)
    expect(lineOf()).toBe(observation)
  })

  it('shows every result once, whatever it is grouped by', () => {
    const json = fc.record({
      code: fc.constantFrom({ text: 'a' }, { text: 'b' }),
      effectiveDateTime: fc.constantFrom('2024', '2024-05-01', '2024-05-01T23:00:00', undefined),
      hasMember: fc.array(
        fc.nat(5).map((at) => ({ reference: `Observation/o${at}` })),
        { maxLength: 3 },
      ),
    })
    fc.assert(
      fc.property(fc.array(json), fc.constantFrom(...groupings), (jsons, by) => {
        const keys = shape(by, ...jsons).filter((line) => !line.includes('('))
        expect(keys.toSorted()).toEqual(jsons.map((_, at) => `o${at}`).toSorted())
      }),
    )
  })
})
