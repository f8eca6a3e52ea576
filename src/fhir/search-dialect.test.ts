import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FhirError } from './fhir-error.ts'
import { readOutcome } from './operation-outcome.ts'
import { nextDialect, type SearchDialect } from './search-dialect.ts'
import { outcome } from './test-server.ts'

const usual: SearchDialect = { category: 'token', isSorted: true, count: 1000, namesStatus: false }
const refused = (words: string, type?: string) =>
  new FhirError('rejected', {
    status: 400,
    issues: words === '' ? [] : readOutcome(outcome('error', 'x', words, type)),
  })

describe('nextDialect', () => {
  it.each([
    ['The parameter _sort is not supported', { isSorted: false }],
    ['_count must not be more than 200', { count: 200 }],
    ['Page size too large', { count: 200 }],
    ['A status is required', { namesStatus: true }],
    ['Unknown code system in category', { category: 'code' }],
    ['Must have either code or category.', { category: 'code' }],
  ])('OBS-01 OBS-11 leaves out or adds what "%s" names', (words, change) => {
    expect(nextDialect(usual, refused(words))).toEqual({ ...usual, ...change })
  })

  it('goes down step by step where a server gives no words, and keeps the system', () => {
    const steps: (SearchDialect | undefined)[] = [usual]
    while (steps.at(-1)) steps.push(nextDialect(steps.at(-1) ?? usual, refused('')))
    expect(steps).toEqual([
      usual,
      { ...usual, isSorted: false },
      { ...usual, isSorted: false, count: 200 },
      { ...usual, isSorted: false, count: undefined },
      undefined,
    ])
  })

  it.each([
    ['a category that is not offered', refused('Invalid category', 'code-invalid')],
    ['words about something else', refused('The moon is full')],
    ['another status', new FhirError('rejected', { status: 404 })],
    ['a refusal', new FhirError('refused', { status: 403 })],
    ['an error of ours', new TypeError('x')],
  ])('asks no other way for %s', (_, error) => {
    expect(nextDialect(usual, error)).toBeUndefined()
  })

  it('comes to an end, whatever the server says', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (words, isKnown) => {
        const error = refused(isKnown ? `_sort _count status category ${words}` : words)
        let dialect: SearchDialect | undefined = usual
        for (let step = 0; dialect; step += 1) {
          expect(step).toBeLessThan(8)
          dialect = nextDialect(dialect, error)
        }
      }),
    )
  })
})
