import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { readVisit } from '../../fhir/visit.ts'
import { OpenedFrom, type OpenedVisit, type PointedResult } from './opened-from.tsx'

function show(visit: OpenedVisit, result?: PointedResult) {
  return render(<OpenedFrom visit={visit} result={result} />).container
}
const loaded = (json: Parameters<typeof readVisit>[0]): OpenedVisit => ({
  kind: 'loaded',
  visit: readVisit(json),
})

describe('OpenedFrom', () => {
  it.each<[OpenedVisit, string]>([
    [
      loaded({
        period: { start: '2024-05-01' },
        type: [{ text: 'Office visit' }],
        location: [{ location: { display: 'Clinic 4' } }],
      }),
      'Opened from the visit of May 1, 2024, Office visit, Clinic 4',
    ],
    [loaded({ period: { start: '2024-05' } }), 'Opened from the visit of May 2024'],
    [loaded({ class: { code: 'EMER' } }), 'Opened from the visit of unknown date, Emergency visit'],
    [loaded({}), 'Opened from a visit without details'],
    [
      loaded({ status: 'planned', period: { start: '2024-05-01' } }),
      'Opened from the planned visit of May 1, 2024',
    ],
    [
      loaded({ status: 'entered-in-error', period: { start: '2024-05-01' } }),
      'Opened from a visit that the hospital has marked as entered in error',
    ],
    [{ kind: 'not-released' }, 'Opened from a visit (the hospital did not release details)'],
    [{ kind: 'failed' }, 'Opened from a visit (its details could not be loaded)'],
    [
      { kind: 'not-theirs' },
      'The visit that the chart named is not this patient’s, so nothing goes by it',
    ],
    [{ kind: 'none' }, ''],
    [{ kind: 'loading' }, ''],
  ])('CTX-02 says of %j', (visit, words) => {
    expect(show(visit)).toHaveTextContent(words === '' ? /^$/ : words)
  })

  it('CTX-08 leads to the result that the EHR pointed to', () => {
    const words = 'Potassium, May 1, 2024'
    show({ kind: 'none' }, { words, href: '#/s/1/results?row=o-1' })
    expect(screen.getByRole('link', { name: words })).toHaveAttribute(
      'href',
      '#/s/1/results?row=o-1',
    )
  })

  it('CTX-08 says that the result is not among those loaded', () => {
    expect(show({ kind: 'none' }, { words: undefined, href: '#' })).toHaveTextContent(
      'The chart points to one result: it is not among those loaded',
    )
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })
})
