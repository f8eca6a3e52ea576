import { describe, expect, it, vi } from 'vitest'
import { createCursor, nearestRow, rowByKey } from './chart-cursor.ts'

const rowsAt = (...times: readonly number[]) =>
  times.map((at) => ({ at, values: [], bounds: [], stretches: [], points: [] }))

describe('nearestRow', () => {
  it.each([
    [[], 5, -1],
    [[1, 5, 9], 0, 0],
    [[1, 5, 9], 3.1, 1],
    [[1, 5, 9], 5, 1],
    [[1, 5, 9], 6.9, 1],
    [[1, 5, 9], 99, 2],
    [[1, 5, 5, 9], 6, 1],
    [[1, 5, 5], 99, 1],
  ])('of rows at %j, looked at from %d, is number %d', (times, at, index) => {
    expect(nearestRow(rowsAt(...times), at)).toBe(index)
  })
})

describe('rowByKey', () => {
  it.each([
    ['ArrowRight', -1, 0],
    ['ArrowRight', 3, 4],
    ['ArrowRight', 19, 19],
    ['ArrowLeft', -1, 19],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, 0],
    ['Home', 7, 0],
    ['End', 7, 19],
    ['PageDown', 7, 17],
    ['PageUp', 7, 0],
    ['a', 7, undefined],
    ['Tab', 7, undefined],
  ])('%s leads from %d to %s', (key, from, to) => {
    expect(rowByKey(key, from, 20)).toBe(to)
  })
})

describe('createCursor', () => {
  it('tells of another place, and not of the same one', () => {
    const cursor = createCursor()
    const listener = vi.fn<() => void>()
    const stop = cursor.subscribe(listener)
    const place = { at: 1, chart: 'a', index: 0, by: 'key' as const }
    cursor.set(place)
    cursor.set({ ...place })
    expect(listener).toHaveBeenCalledTimes(1)
    cursor.set(undefined)
    stop()
    cursor.set(place)
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
