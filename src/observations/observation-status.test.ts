import { expect, it } from 'vitest'
import { readStatus } from './observation-status.ts'
import { formatStatus } from './words.ts'

it.each([
  ['final', 'Final'],
  ['amended', 'Amended'],
  ['corrected', 'Corrected'],
  ['preliminary', 'Preliminary'],
  ['registered', 'Pending'],
  ['cancelled', 'Cancelled'],
  ['entered-in-error', 'Entered in error'],
  ['unknown', 'Status unknown'],
])('D3 reads %s and says "%s"', (status, words) => {
  expect(readStatus(status)).toBe(status)
  expect(formatStatus(status)).toBe(words)
})

it.each([undefined, null, '', 'Final', 'verified', 'constructor', 5, ['final']])(
  'D3 takes %j for unknown, never for final',
  (json) => {
    expect(readStatus(json)).toBe('unknown')
  },
)

it('D3 says "Status unknown" for a status it does not know', () => {
  expect(formatStatus('verified')).toBe('Status unknown')
})
