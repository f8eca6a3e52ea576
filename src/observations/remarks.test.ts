import { expect, it } from 'vitest'
import { remarksOf } from './remarks.ts'
import { readSample } from './sample-observation.ts'

it.each([
  ['nothing of a final result', {}, []],
  ['nothing of who made it', { performer: [{ display: 'Dr A' }] }, []],
  ['a status other than final', { status: 'amended' }, ['Amended']],
  [
    'what qualifies it',
    { method: { text: 'Oral' }, device: { display: 'CGM' } },
    ['Method: Oral', 'Device: CGM'],
  ],
  [
    'what it is marked with',
    {
      meta: {
        security: [
          { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' },
        ],
      },
    },
    ['Marked: Restricted'],
  ],
  [
    'its notes, each on one line',
    { note: [{ text: 'a\nb' }, { text: 'c' }] },
    ['Note: a b', 'Note: c'],
  ],
  ['a long note shortened', { note: [{ text: 'x'.repeat(500) }] }, [`Note: ${'x'.repeat(119)}…`]],
  [
    'that a note can not be read',
    { note: [7] },
    ["Note: A note that can't be read; see the chart"],
  ],
])('D3 D5 D8 says %s', (_, json, remarks) => {
  expect(remarksOf(readSample(json))).toEqual(remarks)
})
