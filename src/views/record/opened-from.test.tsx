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
      { kind: 'nobodys' },
      'Opened from a visit that does not say whose it is, so nothing goes by it',
    ],
    [{ kind: 'none' }, ''],
    [{ kind: 'loading' }, ''],
  ])('CTX-02 says of %j', (visit, words) => {
    expect(show(visit)).toHaveTextContent(words === '' ? /^$/ : words)
  })

  it('CTX-02 PAT-02 warns of a visit of another patient', () => {
    show({ kind: 'not-theirs' })
    expect(screen.getByRole('status')).toHaveTextContent(
      'The chart named a visit of another patient',
    )
  })

  it('CTX-08 D3 says that the result was entered in error', () => {
    expect(
      show({ kind: 'none' }, { words: undefined, href: '#', isInError: true }),
    ).toHaveTextContent(/^The chart points to a result that was entered in error$/)
  })

  it('CTX-08 leads to the result that the EHR pointed to', () => {
    const words = 'Potassium, May 1, 2024'
    show({ kind: 'none' }, { words, href: '#/s/1/results?row=o-1', isInError: false })
    expect(screen.getByRole('link', { name: words })).toHaveAttribute(
      'href',
      '#/s/1/results?row=o-1',
    )
  })

  it('CTX-08 says that the result is not among those loaded', () => {
    const absent = { words: undefined, href: '#', isInError: false }
    expect(show({ kind: 'none' }, absent)).toHaveTextContent(
      'The chart points to one result: it is not among those loaded',
    )
    expect(screen.queryByRole('link')).not.toBeInTheDocument()
  })
})
