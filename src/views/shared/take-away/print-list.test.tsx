import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFhirDate } from '../../../fhir/fhir-date.ts'
import { readDetails } from '../../../observations/details.ts'
import { readEffective } from '../../../observations/effective.ts'
import type { Observation } from '../../../observations/observation.ts'
import type { ExportFacts } from '../../../observations/export/export-facts.ts'
import { anObservation } from '../../test-observations.ts'
import { PrintList } from './print-list.tsx'
import { exampleFacts } from './test-facts.ts'

const page = document.createElement('main')

/** Prints results, and gives all words on the paper. */
function print(observations: readonly Observation[], part: Partial<ExportFacts> = {}): string {
  render(<PrintList observations={observations} facts={{ ...exampleFacts, ...part }} />)
  return page.textContent ?? ''
}

describe('PrintList', () => {
  beforeEach(() => document.body.append(page))
  afterEach(() => page.remove())

  it('D5 D8 says what qualifies a result and what was noted, and what of a panel is missing', () => {
    const words = print(
      [
        anObservation({
          value: { kind: 'panel' },
          members: ['Observation/a', 'Observation/b'],
          notes: ['Sample was old'],
          details: readDetails({ specimen: { display: 'Blood' }, performer: { display: 'Dr. X' } }),
        }),
      ],
      { received: new Set(['a']) },
    )
    expect(words).toContain('Specimen: Blood')
    expect(words).toContain('Panel of 2 results, 1 of them not received')
    expect(words).toContain('Note: Sample was old')
    expect(words).not.toContain('Dr. X')
  })

  it('D6 says when a result without a date was reported, and which dates can hardly be', () => {
    const at = (effectiveDateTime: string) => readEffective({ effectiveDateTime })
    const words = print(
      [
        anObservation({
          effective: { kind: 'not-recorded', reason: undefined },
          issued: readFhirDate('2024-05-02'),
        }),
        anObservation({ id: 'o2', effective: at('2099-01-01') }),
        anObservation({ id: 'o3', effective: at('1940-01-01') }),
      ],
      { bornAt: Date.UTC(1950, 0) },
    )
    expect(words).toContain('Date not recordedReported May 2, 2024')
    expect(words).toContain('Check: the date lies in the future')
    expect(words).toContain('Check: the date lies before birth')
  })

  it('marks the sender’s words with their language, and not what the app says', () => {
    print([
      anObservation({ language: 'de', value: { kind: 'boolean', value: true } }),
      anObservation({ id: 'o2', language: 'de', value: { kind: 'coded', text: 'Rot' } }),
    ])
    expect(screen.getByText('Yes')).not.toHaveAttribute('lang')
    expect(screen.getByText('Rot')).toHaveAttribute('lang', 'de')
  })

  it('says where a record comes from that no server gave, in place of an address', () => {
    const words = print([anObservation()], { source: 'sample', serverName: 'Sample data' })
    expect(words).toContain('Sample data')
    expect(words).not.toContain('https://ehr.example/fhir')
    expect(print([anObservation()])).toContain('https://ehr.example/fhir')
  })
})
