import { describe, expect, it } from 'vitest'
import { formatQuery, isNarrowed, plainSheet, readQuery, withMember } from './flowsheet-query.ts'

const read = (search: string) => readQuery(new URLSearchParams(search))
const write = (search: string) => new URLSearchParams(formatQuery(read(search))).toString()

describe('the query of a flowsheet', () => {
  it.each([
    '',
    'density=compact',
    'density=wide&order=oldest&by=time',
    'category=vital-signs&from=2024-05-01&to=2024-06-01&only=out-of-range',
  ])('URL-04 comes back as it was written: %s', (search) => {
    expect(write(search)).toBe(search)
  })

  it.each(['density=huge', 'order=up', 'by=year', 'from=yesterday', 'only=mine', 'text=Miller'])(
    'URL-04 leaves out what it does not know: %s',
    (search) => {
      expect(read(search)).toEqual(plainSheet)
    },
  )

  it('takes one member from a control, and none for an empty one', () => {
    expect(withMember(plainSheet, 'density', 'compact').density).toBe('compact')
    expect(withMember(read('category=laboratory'), 'category', '').category).toBeUndefined()
  })

  it.each([
    ['density=compact&order=oldest&by=time', false],
    ['category=laboratory', true],
    ['from=2024-05-01', true],
    ['only=out-of-range', true],
  ])('%s leaves something out: %s', (search, expected) => {
    expect(isNarrowed(read(search))).toBe(expected)
  })
})
