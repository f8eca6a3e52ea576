import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodePostings, visitPostings } from './postings.ts'

const numbers = fc
  .uniqueArray(fc.oneof(fc.nat(200_000), fc.nat(300)))
  .map((list) => list.toSorted((a, b) => a - b))

function decodePostings(text: string): number[] {
  const found: number[] = []
  visitPostings(text, (number) => found.push(number))
  return found
}

describe('postings', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(numbers, (list) => {
        expect(decodePostings(encodePostings(list))).toEqual(list)
      }),
    )
  })

  it('of a word that most of 5,000 organizations have are shorter than 850 characters', () => {
    const most = Array.from({ length: 5_000 }, (_, number) => number).filter((n) => n % 3 !== 0)
    expect(encodePostings(most).length).toBeLessThan(850)
  })

  it.each(['', 'x', 'd é', 'dg', 'b'])('that are %j are refused', (text) => {
    expect(() => decodePostings(text)).toThrow('A list of numbers cannot be read')
  })
})
