import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyNewestFirst, compareNewestFirst } from './order.ts'
import { readSample } from './sample-observation.ts'

const at = (id: string, effectiveDateTime?: string, issued?: string) =>
  readSample({ id, effectiveDateTime, issued })
const idsOf = (list: ReturnType<typeof at>[]) =>
  list.toSorted(compareNewestFirst).map(({ id }) => id)

describe('compareNewestFirst', () => {
  it('OBS-09 puts the newest first and undated ones last, whatever the server did', () => {
    const list = [
      at('none'),
      at('old', '2019'),
      at('new', '2024-05-01T09:00:00Z'),
      at('mid', '2023-05'),
    ]
    expect(idsOf(list)).toEqual(['new', 'mid', 'old', 'none'])
  })

  it("D6 places a partial date at the start of its interval, in the viewer's zone", () => {
    const list = [
      at('day', '2024-05-01'),
      at('utc', '2024-05-01T06:59:00Z'),
      at('la', '2024-05-01T07:01:00Z'),
    ]
    expect(idsOf(list)).toEqual(['la', 'day', 'utc'])
  })

  it('D6 breaks ties by issued, then by id', () => {
    const day = '2024-05-01'
    const list = [
      at('b', day),
      at('a', day),
      at('z', day, '2024-05-02T00:00:00Z'),
      at('y', day, '2024-05-03T00:00:00Z'),
    ]
    expect(idsOf(list)).toEqual(['y', 'z', 'a', 'b'])
  })

  it('D6 is a total order', () => {
    const date = fc.constantFrom(
      undefined,
      '2019',
      '2024-05',
      '2024-05-01',
      '2024-05-01T07:00:00Z',
      '2024-05-01T00:00:00',
    )
    const issued = fc.constantFrom(undefined, '2024-05-01T07:00:00Z', '2024-05-02T07:00:00Z')
    const one = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'B'), date, issued)
      .map((parts) => at(...parts))
    fc.assert(
      fc.property(one, one, one, (a, b, c) => {
        const order = (x: typeof a, y: typeof a) => Math.sign(compareNewestFirst(x, y))
        expect(order(a, a)).toBe(0)
        expect(order(a, b) + order(b, a)).toBe(0)
        expect(order(a, b) <= 0 && order(b, c) <= 0 && order(a, c) > 0).toBe(false)
        expect(order(a, b) === 0 && a.id !== b.id).toBe(false)
      }),
    )
  })
})

describe('applyNewestFirst', () => {
  it('OBS-03 OBS-09 is the same as sorting everything anew, in any order of pages', () => {
    const change = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      date: fc.constantFrom(undefined, '2019', '2024-05', '2024-05-01', '2025-01-01T00:00:00Z'),
      isGone: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 6 }), (pages) => {
        let sorted: readonly ReturnType<typeof at>[] = []
        const held = new Map<string, ReturnType<typeof at>>()
        for (const page of pages) {
          const changes = new Map<string, ReturnType<typeof at> | undefined>()
          for (const { id, date, isGone } of page) {
            const observation = isGone ? undefined : at(id, date)
            changes.set(id, observation)
            if (observation) held.set(id, observation)
            else held.delete(id)
          }
          sorted = applyNewestFirst(sorted, changes)
        }
        expect(sorted).toEqual([...held.values()].sort(compareNewestFirst))
      }),
    )
  })

  it('gives the same list where nothing changes', () => {
    const sorted = [at('a')]
    expect(applyNewestFirst(sorted, new Map())).toBe(sorted)
  })
})
