import { describe, expect, it } from 'vitest'
import type { LeftOut } from '../local-record/left-out.ts'
import { exampleSession } from '../smart/test-session.ts'
import { aCategory, anObservation, aPatient, aRecordStatus } from '../views/test-observations.ts'
import { toExportFacts } from './record-facts.ts'
import type { RecordSnapshot } from './record-store.ts'

const lab = aCategory('laboratory', { kind: 'loaded', count: 1 })
const whole: RecordSnapshot = {
  patient: { kind: 'loaded', patient: aPatient() },
  observations: [anObservation()],
  enteredInError: [],
  takenBack: 0,
  status: aRecordStatus([lab], { asOf: Date.UTC(2026, 10, 28, 10) }),
  changes: undefined,
}
const leftOut: LeftOut = {
  ofOthers: 0,
  contained: 0,
  clashing: 0,
  takenBack: 0,
  garbled: [],
  nobodys: 0,
  notOfPatients: 0,
  oldVersion: 0,
  broken: 0,
  cutOff: [],
  parts: [],
  withNotice: [],
  faults: [],
  otherTypes: [],
}
const factsOfFiles = (part: Partial<LeftOut>, hasPatient = true) =>
  toExportFacts(exampleSession(), whole, ['1 result'], 1, {
    kind: 'files',
    names: ['a.json'],
    hasPatient,
    leftOut: { ...leftOut, ...part },
  })
const factsOf = (part: Partial<RecordSnapshot>) =>
  toExportFacts(exampleSession(), { ...whole, ...part }, ['1 result'], 1, undefined)

describe('toExportFacts', () => {
  it('CTX-04 says whose the results are, and from where', () => {
    const identifiers = [{ label: 'Medical record number', text: '42' }]
    const patient = { kind: 'loaded', patient: aPatient({ identifiers }) } as const
    expect(factsOf({ patient })).toMatchObject({
      patient: 'Patient: Ada Example, born Feb 29, 1980, Medical record number 42',
      serverName: 'Example Hospital',
      patientId: 'p-1',
      isComplete: 'yes',
      selection: ['1 result'],
    })
    expect(factsOf({ patient: { kind: 'failed', failure: 'busy' } }).patient).toBe(
      'Patient: the app could not load who it is',
    )
  })

  it('PAT-07 says what was missing: refused, withheld, left out or still loading', () => {
    const refused = aCategory('vital-signs', { kind: 'refused', count: 0, issues: [] })
    const facts = factsOf({ status: aRecordStatus([lab, refused], { enteredInError: 2 }) })
    expect(facts.isComplete).toBe('no')
    expect(facts.completeness).toEqual(
      expect.arrayContaining([
        'The whole record: 1 result loaded · 1 category refused',
        "Vital signs: refused by the hospital's server",
        '2 results were left out: marked by the hospital as entered in error.',
      ]),
    )
    const withheld = aCategory('laboratory', { kind: 'loaded', count: 1 }, ['Some were withheld.'])
    expect(factsOf({ status: aRecordStatus([withheld]) })).toMatchObject({
      isComplete: 'not certain',
      completeness: expect.arrayContaining(['Laboratory: Some were withheld']) as string[],
    })
    for (const part of [
      { status: aRecordStatus([aCategory('laboratory', { kind: 'waiting' })]) },
      { status: aRecordStatus([lab], { release: 'part' }) },
      { status: aRecordStatus([lab], { withoutSubject: 1 }) },
      { status: aRecordStatus([lab], { unreadable: [{ reason: 'it has no id', count: 1 }] }) },
    ])
      expect(factsOf(part).isComplete).toBe('no')
  })

  it('PAT-07 says of files what was missing in them', () => {
    expect(factsOfFiles({})).toMatchObject({ source: 'files', isComplete: 'yes' })
    const facts = factsOfFiles({ broken: 2, faults: [{ name: 'b.pdf', fault: 'empty' }] }, false)
    expect(facts.isComplete).toBe('no')
    expect(facts.patient).toBe('Patient not in the file')
    expect(facts.completeness).toEqual(
      expect.arrayContaining([
        'The file does not say who the patient is',
        '2 lines or entries could not be read, and were left out.',
        'b.pdf: The file is empty. Export or download it again.',
      ]),
    )
    expect(facts.completeness.join()).not.toContain('asked for')
    for (const part of [
      { cutOff: ['a.json'] },
      { nobodys: 1 },
      { oldVersion: 1 },
      { faults: [{ name: 'b', fault: 'not-json' }] },
    ] as const)
      expect(factsOfFiles(part).isComplete).toBe('no')
  })

  it('says of the sample that it is made up, and of no record without a server what a hospital did', () => {
    const record = { ...whole, status: aRecordStatus([lab], { enteredInError: 1 }) }
    const { completeness } = toExportFacts(exampleSession(), record, [], 1, { kind: 'sample' })
    expect(completeness).toContain('Sample data: not a real person')
    expect(completeness).toContain('1 result was left out: marked as entered in error.')
    expect(completeness.join()).not.toContain('hospital')
  })

  it('D5 knows what was received once nothing more may come', () => {
    const enteredInError = [anObservation({ id: 'wrong' })]
    expect(factsOf({ enteredInError }).received).toEqual(new Set(['o1', 'wrong']))
    const waiting = aRecordStatus([aCategory('laboratory', { kind: 'waiting' })])
    expect(factsOf({ status: waiting }).received).toBeUndefined()
  })
})
