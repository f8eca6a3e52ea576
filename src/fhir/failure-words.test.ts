import { describe, expect, it } from 'vitest'
import { failureAdvice, formatFailure } from './failure-words.ts'
import type { FhirFailure } from './fhir-error.ts'

const failures: readonly FhirFailure[] = [
  'signed-out',
  'refused',
  'rejected',
  'busy',
  'unreachable',
  'timed-out',
  'server',
  'unreadable',
  'confined',
]

describe('formatFailure', () => {
  it('ERR-07 has its own words for each failure', () => {
    expect(new Set(failures.map(formatFailure)).size).toBe(failures.length)
  })

  it.each(failures)('ERR-07 never says of %s that there is no data', (failure) => {
    expect(formatFailure(failure)).not.toMatch(/\bno (data|results)\b|none|empty/i)
  })

  it.each(failures)('reads as part of a sentence for %s', (failure) => {
    expect(formatFailure(failure)).toMatch(/^[a-z].*[^.]$/)
  })
})

describe('failureAdvice', () => {
  it.each(failures)('gives whole sentences for %s', (failure) => {
    expect(failureAdvice(failure)).toMatch(/^[A-Z].*\.$/)
  })

  it('DISC-08 names the browser as a possible cause when there is no answer', () => {
    expect(failureAdvice('unreachable')).toMatch(/browser/)
  })
})
