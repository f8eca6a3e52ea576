import { afterEach, describe, expect, it } from 'vitest'
import { rebase, searchNow } from './address-query.ts'

afterEach(() => window.history.replaceState(null, '', '#/'))

describe('the query of the address', () => {
  it('is read as it stands there now', () => {
    expect([...searchNow()]).toEqual([])
    window.history.replaceState(null, '', '#/s/1/results?sort=name&row=a')
    expect([...searchNow()]).toEqual([
      ['sort', 'name'],
      ['row', 'a'],
    ])
  })

  it.each([
    [
      'another choice made meanwhile',
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2 },
      { a: 2, b: 2 },
    ],
    ['what is taken away', { a: 1, b: 1 }, { b: 1 }, { a: 1, b: 2 }, { a: undefined, b: 2 }],
    ['what comes anew', { b: 1 }, { a: 1, b: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['the same choice made twice', { a: 1 }, { a: 3 }, { a: 2 }, { a: 3 }],
  ] as const)('URL-04 keeps %s', (_name, drawn: object, next: object, now: object, result) => {
    expect(rebase(drawn, next, now)).toEqual(result)
  })
})
