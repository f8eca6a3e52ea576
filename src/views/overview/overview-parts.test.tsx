import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { readFhirDate } from '../../fhir/fhir-date.ts'
import { aCategory, aRecordStatus, anObservation } from '../test-observations.ts'
import { both, on, part, rowsOf, show, weight } from './test-overview.tsx'

describe('OverviewView of pinned tests', () => {
  it('has them first, and is without that part when none is pinned', () => {
    const { unmount } = show([anObservation(), weight('a', '2024-05-01', '72')], both, {
      pinned: ['loinc-4548-4'],
    })
    const [first] = screen.getAllByRole('heading', { level: 2 })
    expect(first).toHaveTextContent('Pinned')
    expect(rowsOf('Pinned')[0]).toMatch(/^Hemoglobin A1c/)
    unmount()
    show([anObservation()], both, { pinned: [] })
    expect(screen.queryByRole('region', { name: 'Pinned' })).not.toBeInTheDocument()
  })
})

describe('OverviewView of pinned tests that are not loaded', () => {
  it('PAT-07 says how many can not be shown', () => {
    show([anObservation()], both, { pinned: ['loinc-4548-4', 'loinc-1'] })
    expect(part('Pinned').getByText(/^Of 1 pinned test no result is loaded/)).toBeVisible()
    expect(part('Pinned').getAllByRole('listitem')).toHaveLength(1)
  })
})

describe('OverviewView of the laboratory', () => {
  it('leads to the results of the newest day', () => {
    show([
      anObservation({ id: 'a' }),
      anObservation({ id: 'b', name: 'Potassium', seriesId: 'loinc-1' }),
    ])
    const name = 'Latest laboratory results, May 1, 2024'
    expect(part(name).getAllByRole('listitem')).toHaveLength(2)
    expect(
      part(name).getByRole('link', { name: 'Laboratory results of May 1, 2024 (2)' }),
    ).toHaveAttribute('href', '#/results?category=laboratory&from=2024-05-01&to=2024-05-01')
  })

  it('D6 does not let the heading stand for a stretch of time or a month', () => {
    const start = readFhirDate('2024-05-01')
    const end = readFhirDate('2024-05-02')
    show([anObservation({ id: 'a', effective: { kind: 'period', start, end } })])
    expect(rowsOf(/^Latest laboratory/)[0]).toMatch(/May 1, 2024.*May 2, 2024$/)
  })

  it('ERR-07 says that none was found', () => {
    const status = aRecordStatus([aCategory('laboratory', { kind: 'empty' })])
    show([weight('a', '2024-05-01', '72')], status)
    expect(
      part('Latest laboratory results').getByText(/^No laboratory results were found/),
    ).toBeVisible()
  })
})

describe('OverviewView of what is new', () => {
  const changes = {
    since: new Date(2024, 5, 1, 10, 42).getTime(),
    isLoading: false,
    marks: new Map(),
    gone: 0,
    leftOut: 0,
    isPatientOld: false,
  } as const

  it('has what loading again brought, marked', () => {
    const marks = new Map([['a', 'new' as const]])
    show([anObservation({ id: 'a' })], both, { changes: { ...changes, marks } })
    expect(rowsOf(/^New or changed since 10:42/)[0]).toMatch(/^Hemoglobin A1c.*New May 1, 2024$/)
  })

  it('says that nothing is new', () => {
    show([anObservation()], both, { changes })
    expect(
      part(/^New or changed since/).getByText(/^Nothing new, and nothing changed/),
    ).toBeVisible()
  })

  it.each([
    [{ leftOut: 1 }, '1 result is left out now'],
    [{ leftOut: 2, gone: 1 }, '2 results are left out now'],
    [{ gone: 1 }, '1 result is not sent any more'],
    [{ gone: undefined }, 'Not everything could be loaded again'],
  ])('ERR-07 D3 does not say that nothing changed where %o', (part_, words) => {
    show([anObservation()], both, { changes: { ...changes, ...part_ } })
    const section = part(/^New or changed since/)
    expect(section.queryByText(/nothing changed/)).not.toBeInTheDocument()
    expect(section.getByText(new RegExp(words))).toBeVisible()
  })

  it('says what was left out beside what is new', () => {
    const marks = new Map([['a', 'new' as const]])
    const more = { ...changes, marks, leftOut: 1, gone: undefined }
    show([anObservation({ id: 'a' })], both, { changes: more })
    const section = part(/^New or changed since/)
    expect(section.getByText(/1 result is left out now.*Not everything could be/)).toBeVisible()
  })

  it('D8 says of a result about whom it is, where that is not the patient', () => {
    const marks = new Map([['a', 'new' as const]])
    show([anObservation({ id: 'a', focus: 'Fetus' })], both, { changes: { ...changes, marks } })
    expect(rowsOf(/^New or changed since/)[0]).toContain('About: Fetus')
  })

  it('D6 warns of a date that can not be', () => {
    const marks = new Map([['a', 'new' as const]])
    const one = anObservation({ id: 'a', effective: on('2099-01-01') })
    show([one], both, { changes: { ...changes, marks } })
    expect(rowsOf(/^New or changed since/)[0]).toContain('Check: the date lies in the future')
  })

  it('D6 names what was reported lately, and when, by the date of release', () => {
    const issued = readFhirDate('2024-05-20')
    show([
      anObservation({ id: 'a', issued }),
      anObservation({ id: 'b', name: 'Old', seriesId: 'loinc-1', effective: on('2020-01-01') }),
    ])
    const name = 'Reported in the last 30 days'
    expect(rowsOf(name)).toEqual(['Hemoglobin A1c5.1 %May 1, 2024; reported May 20, 2024'])
    expect(part(name).getByRole('link', { name: /^All results dated/ })).toHaveAttribute(
      'href',
      '#/results?from=2024-05-02',
    )
  })
})
