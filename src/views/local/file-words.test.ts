import { describe, expect, it } from 'vitest'
import type { FileFault } from '../../local-record/file-kind.ts'
import type { LeftOut } from '../../local-record/left-out.ts'
import { formatFault, formatMissing, formatOthers } from './file-words.ts'

const faults: readonly FileFault[] = [
  'empty',
  'too-large',
  'too-large-together',
  'zip',
  'pdf',
  'xml',
  'cda',
  'web-page',
  'binary',
  'not-json',
  'cut-off',
  'not-fhir',
  'old-version',
  'only-contained',
  'only-notice',
  'nothing-here',
  'unreadable',
]

const nothing: LeftOut = {
  ofOthers: 0,
  nobodys: 0,
  notOfPatients: 0,
  oldVersion: 0,
  contained: 0,
  clashing: 0,
  takenBack: 0,
  broken: 0,
  cutOff: [],
  parts: [],
  withNotice: [],
  garbled: [],
  faults: [],
  otherTypes: [],
}

describe('formatFault', () => {
  it('says of each fault something of its own, and what to do in a second sentence', () => {
    const words = faults.map(formatFault)
    expect(new Set(words).size).toBe(faults.length)
    for (const one of words) expect(one).toMatch(/^.+[.:] .+\.$/)
  })
})

describe('what is left out', () => {
  it('is not spoken of where nothing is', () => {
    expect([...formatMissing(nothing), ...formatOthers(nothing)]).toEqual([])
  })

  it('is told one by one, as missing or as not meant to be shown', () => {
    const some: LeftOut = {
      ...nothing,
      broken: 12,
      cutOff: ['a.json'],
      parts: ['b.json'],
      withNotice: ['c.json'],
      garbled: ['d.json'],
      oldVersion: 1,
      contained: 3,
      clashing: 1,
      takenBack: 2,
      nobodys: 2,
      ofOthers: 1_200,
      notOfPatients: 1,
      otherTypes: [
        { type: 'Condition', count: 3 },
        { type: 'Encounter', count: 1 },
      ],
    }
    expect(formatMissing(some)).toEqual([
      '12 lines or entries could not be read, and were left out.',
      expect.stringContaining('“a.json” breaks off'),
      expect.stringContaining('“b.json” says that it is a part'),
      expect.stringContaining('“c.json” holds a message'),
      expect.stringContaining('“d.json” holds characters that could not be read'),
      expect.stringContaining('1 result was left out'),
      expect.stringContaining('3 results were left out: they stand inside'),
      expect.stringContaining('1 result was left out: another has the same id'),
      expect.stringContaining('2 results were left out'),
    ])
    expect(formatOthers(some)).toEqual([
      '1,200 results of other people are not shown.',
      '1 result of a group, a device or a place is not shown.',
      '2 results are not shown: the file says that they were deleted.',
      'The app does not show these types of resources: Condition (3) and Encounter (1).',
    ])
  })
})
