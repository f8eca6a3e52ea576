import { expect, it } from 'vitest'
import { toBoolean, toMembers } from './json.ts'

it.each([
  [
    [{ a: 1 }, {}],
    [{ a: 1 }, {}],
  ],
  [{ a: 1 }, [{ a: 1 }]],
  [
    [null, 'x', 0, []],
    [undefined, undefined, undefined, undefined],
  ],
  ['x', [undefined]],
  [false, [undefined]],
  [[], []],
  [null, []],
  [undefined, []],
])('gives the members of %j, and a gap for what is no object', (json, members) => {
  expect(toMembers(json)).toEqual(members)
})

it.each([
  [true, true],
  [false, false],
  ['true', true],
  [' False ', false],
  ['yes', undefined],
  [1, undefined],
  [0, undefined],
  ['', undefined],
  [null, undefined],
])('reads %j as the boolean %j', (json, is) => {
  expect(toBoolean(json)).toBe(is)
})
