import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNewestFirst } from './order.ts'
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
