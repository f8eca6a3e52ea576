import { render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { vi } from 'vitest'
import { buildSeries } from '../../observations/build-series.ts'
import type { Observation } from '../../observations/observation.ts'
import type { Series } from '../../observations/series.ts'
import { aCategory, anObservation, aRecordStatus } from '../test-observations.ts'
import type { TrendQuery } from './trend-query.ts'
import { TrendView } from './trend-view.tsx'

const NOW = new Date(2024, 11, 31).getTime()

/** A record of which a category is still loading. */
export const loadingStatus = aRecordStatus([aCategory('laboratory', { kind: 'loading', count: 1 })])

/** An Observation of the first day of a month of 2024, or of another year. */
export function on(month: number, part: Partial<Observation> = {}, year = 2024): Observation {
  return anObservation({
    id: `month-${year}-${month}-${part.seriesId ?? ''}`,
    effective: {
      kind: 'at',
      date: {
        kind: 'calendar',
        text: `${year}-${String(month).padStart(2, '0')}-01`,
        precision: 'day',
        year,
        month,
        day: 1,
      },
    },
    ...part,
  })
}

/** The trend of the Observations given, all of one test. */
export function seriesOf(...observations: readonly Observation[]): Series {
  const series = buildSeries(observations, observations[0]?.seriesId ?? '', { now: NOW })
  if (series === undefined) throw new Error('no series')
  return series
}

type Given = Partial<Parameters<typeof TrendView>[0]>

/** Shows a trend whose query changes as the address would; gives what was asked for. */
export function showTrend(given: Given) {
  const onQuery = vi.fn<(query: TrendQuery) => void>()
  const onTogglePin = vi.fn<() => void>()
  function Page() {
    const [query, setQuery] = useState<TrendQuery>(given.query ?? {})
    return (
      <TrendView
        series={undefined}
        other={undefined}
        status={aRecordStatus([])}
        listTrends={() => []}
        isPinned={false}
        back={{ name: 'results', href: '#/results' }}
        {...given}
        onTogglePin={onTogglePin}
        query={query}
        onQuery={(next) => {
          onQuery(next)
          setQuery(next)
        }}
      />
    )
  }
  render(<Page />)
  return { onQuery, onTogglePin }
}

/** The cells of a table's rows, without its headings. */
export function tableRows(name: string): (string | null)[][] {
  return within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent))
}
