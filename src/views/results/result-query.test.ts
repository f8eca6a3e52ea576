import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupings } from '../../observations/group-results.ts'
import { sortKeys } from '../../observations/sort-results.ts'
import { formatQuery, isNarrowed, plainQuery, readQuery, withMember } from './result-query.ts'

describe('the query of an address', () => {
  it('is empty for all results, newest first', () => {
    expect(formatQuery(plainQuery)).toEqual({})
    expect(readQuery(new URLSearchParams())).toMatchObject(plainQuery)
  })

  it('URL-04 comes back as it went', () => {
    const days = fc.constantFrom(undefined, '2024-05-01', '1999-12-31')
    const query = fc.record({
      category: fc.constantFrom(undefined, 'laboratory', 'a b&c'),
      status: fc.constantFrom(undefined, 'final' as const, 'amended' as const),
      flag: fc.constantFrom(undefined, 'abnormal' as const, 'none' as const),
      from: days,
      to: days,
      sort: fc.constantFrom(...sortKeys),
      direction: fc.constantFrom('ascending' as const, 'descending' as const),
      group: fc.constantFrom(...groupings),
      errors: fc.constantFrom(undefined, 'show' as const),
      row: fc.constantFrom(undefined, 'o1', 'A.b-9', 'x'.repeat(64)),
    })
    fc.assert(
      fc.property(query, (one) => {
        expect(readQuery(new URLSearchParams(formatQuery(one)))).toEqual(one)
      }),
    )
  })

  it('keeps the open row while something else is chosen, and counts it for nothing left out', () => {
    const query = { ...plainQuery, row: 'o1' }
    expect(isNarrowed(query)).toBe(false)
    expect(formatQuery(query)).toEqual({ row: 'o1' })
    expect(withMember(query, 'status', 'final')).toMatchObject({ status: 'final', row: 'o1' })
  })

  it.each(['', 'a/b', '../Patient', 'o_1', 'x'.repeat(65), 'é', 'a b', 'o1\n'])(
    'URL-07 takes no row that is no FHIR id: %j',
    (row) => {
      expect(readQuery(new URLSearchParams({ row })).row).toBeUndefined()
      expect(formatQuery({ ...plainQuery, row })).toEqual({})
    },
  )

  it('leaves out what it does not know, whatever was typed', () => {
    const typed = new URLSearchParams(
      'status=x&flag=&from=2024&to=soon&sort=age&order=up&group=y&errors=1',
    )
    expect(formatQuery(readQuery(typed))).toEqual({})
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readQuery(new URLSearchParams(text))).not.toThrow()
      }),
    )
  })
})
