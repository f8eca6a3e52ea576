import { afterEach, describe, expect, it } from 'vitest'
import { speak } from '../language/language.ts'
import { placeAfter } from './grid-keys.ts'

const extent = { lastRow: 50, lastColumn: 20, page: 10 }
const press = (key: string, part: object = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...part,
})

afterEach(() => speak('en', 'en-US'))

describe('placeAfter', () => {
  it.each([
    ['ArrowLeft', 6],
    ['ArrowRight', 4],
  ])('goes by %s to column %i where the columns run to the left', (key, column) => {
    speak('ar-XB', 'ar')
    expect(placeAfter(press(key), { row: 5, column: 5 }, extent)).toEqual({ row: 5, column })
  })

  it.each([
    ['ArrowUp', {}, 4, 5],
    ['ArrowDown', {}, 6, 5],
    ['ArrowLeft', {}, 5, 4],
    ['ArrowRight', {}, 5, 6],
    ['PageUp', {}, 0, 5],
    ['PageDown', {}, 15, 5],
    ['Home', {}, 5, 0],
    ['End', {}, 5, 20],
    ['Home', { ctrlKey: true }, 0, 0],
    ['End', { metaKey: true }, 50, 20],
  ])('goes by %s %o to row %i, column %i', (key, part, row, column) => {
    expect(placeAfter(press(key, part), { row: 5, column: 5 }, extent)).toEqual({ row, column })
  })

  it.each([
    ['ArrowUp', { row: 0, column: 5 }],
    ['ArrowLeft', { row: 5, column: 0 }],
    ['ArrowDown', { row: 50, column: 5 }],
    ['ArrowRight', { row: 5, column: 20 }],
  ])('stays at the edge by %s', (key, place) => {
    expect(placeAfter(press(key), place, extent)).toEqual(place)
  })

  it.each([
    ['a', {}],
    ['Tab', {}],
    ['ArrowLeft', { altKey: true }],
    ['ArrowLeft', { ctrlKey: true }],
    ['End', { shiftKey: true }],
  ])('leaves %s %o to the browser', (key, part) => {
    expect(placeAfter(press(key, part), { row: 5, column: 5 }, extent)).toBeUndefined()
  })
})
