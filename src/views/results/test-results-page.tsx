import { render, screen } from '@testing-library/react'
import { useState, type ContextType } from 'react'
import type { RecordStatus } from '../../fhir/record-status.ts'
import type { Observation } from '../../observations/observation.ts'
import type { ReadHistory } from '../../observations/observation-history.ts'
import type { ReadRaw } from '../../observations/raw-observation.ts'
import { aCategory, aRecordStatus } from '../test-observations.ts'
import { preloadPlainNames, RegisterContext } from '../shared/register.ts'
import { plainQuery, type ResultQuery } from './result-query.ts'
import { preloadDetail } from './result-detail.tsx'
import { ResultsView } from './results-view.tsx'
import { preloadSearch } from './use-text-search.ts'

// As in the app by the time somebody does anything.
await Promise.all([preloadDetail(), preloadSearch(), preloadPlainNames()])

/** The time at which the results of the tests are looked at. */
export const resultsNow = new Date(2024, 5, 1, 12).getTime()
/** A record whose laboratory is loaded. */
export const loaded = aRecordStatus([aCategory('laboratory', { kind: 'loaded', count: 1 })])

type Extra = {
  readonly seriesHref?: (seriesId: string) => string
  readonly query?: Partial<ResultQuery>
  readonly returnTo?: string
  readonly readRaw?: ReadRaw
  readonly readHistory?: ReadHistory
  readonly onOpenTrend?: (observationId: string) => void
}

const trendHref = (id: string) => `#/trend/${id}`

/** Keeps what is chosen, as the address does in the app. */
function Page({
  observations,
  status,
  query: first = {},
  ...extra
}: Extra & { readonly observations: readonly Observation[]; readonly status: RecordStatus }) {
  const [query, setQuery] = useState<ResultQuery>({ ...plainQuery, ...first })
  return (
    <ResultsView
      observations={observations}
      status={status}
      seriesHref={trendHref}
      now={resultsNow}
      query={query}
      onQuery={setQuery}
      {...extra}
    />
  )
}

/** Shows results as the app does, to a clinician where nothing else is said. */
export function show(
  observations: readonly Observation[],
  status = loaded,
  extra: Extra = {},
  register: ContextType<typeof RegisterContext> = 'clinician',
) {
  render(
    <RegisterContext value={register}>
      <Page observations={observations} status={status} {...extra} />
    </RegisterContext>,
  )
}

/** The rows of the table, without its head. */
export const rows = () => screen.getAllByRole('row').slice(1)
/** The words of a cell, without the button that opens the detail. */
function wordsOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  copy.querySelector('.details-opener')?.remove()
  return copy.textContent
}

/** The words of a row, cell by cell. */
export const cellsOf = (row: HTMLElement | undefined) => [...(row?.children ?? [])].map(wordsOf)
/** What names the rows, in order. */
export const names = () => screen.getAllByRole('rowheader').map(wordsOf)
