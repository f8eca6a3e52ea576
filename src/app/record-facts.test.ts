import { describe, expect, it } from 'vitest'
import { exampleSession } from '../smart/test-session.ts'
import { aCategory, anObservation, aPatient, aRecordStatus } from '../views/test-observations.ts'
import { toExportFacts } from './record-facts.ts'
import type { RecordSnapshot } from './record-store.ts'

const lab = aCategory('laboratory', { kind: 'loaded', count: 1 })
const whole: RecordSnapshot = {
  patient: { kind: 'loaded', patient: aPatient() },
  observations: [anObservation()],
  enteredInError: [],
  status: aRecordStatus([lab], { asOf: Date.UTC(2026, 10, 28, 10) }),
  changes: undefined,
}
const factsOf = (part: Partial<RecordSnapshot>) =>
  toExportFacts(exampleSession(), { ...whole, ...part }, ['1 result'], 1)

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
})
