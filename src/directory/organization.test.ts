import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainMatch } from './explain-match.ts'
import { readRow, toRow } from './organization.ts'
import { readIndex } from './read-index.ts'
import { anyOrganizations, organization } from './test-organizations.ts'

const boston = { city: 'Boston', state: 'MA', postalCode: '02111' }
const salem = { city: 'Salem', state: 'MA', postalCode: '01970' }

describe('a row', () => {
  it('gives the organization it was made of', () => {
    fc.assert(
      fc.property(anyOrganizations, (listed) => {
        for (const { organization: one } of listed)
          expect(readRow(JSON.parse(JSON.stringify(toRow(one))))).toEqual(one)
      }),
    )
  })

  it.each([
    null,
    {},
    [],
    ['a', '', [], [], '0', 'ehr', ''],
    ['a', '', [7], [], 0, 'ehr', ''],
    ['a', '', [], [[1]], 0, 'ehr', ''],
    ['a', '', [], [], 0, undefined, ''],
  ])('is refused where it is %j', (json) => {
    expect(readRow(json)).toBeUndefined()
  })
})

describe('explainMatch', () => {
  const one = organization({ aliases: ['Old Town Clinic', 'Harbor'], places: [boston, salem] })

  it.each([
    [['city'], { alias: undefined, place: boston }],
    [['harb'], { alias: 'Harbor', place: boston }],
    [['0197'], { alias: undefined, place: salem }],
    [['city', 'sal', 'old'], { alias: 'Old Town Clinic', place: salem }],
  ])('says why %j finds it', (words, reason) => {
    expect(explainMatch(one, words)).toEqual(reason)
  })
})

describe('readIndex', () => {
  const index = {
    format: 2,
    folder: 'ab12',
    count: 1,
    words: ['a'],
    starts: [],
    organizations: [1],
  }

  it('takes an index', () => {
    expect(readIndex(index)).toEqual(index)
  })

  it.each([
    null,
    'x',
    { ...index, format: 1 },
    { ...index, folder: '../x' },
    { ...index, words: [1] },
    { ...index, organizations: 'x' },
  ])('refuses %j', (json) => {
    expect(readIndex(json)).toBeUndefined()
  })
})
