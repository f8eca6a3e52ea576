import { useState } from 'react'
import { isResult } from '../../../src/observations/group-results.ts'
import type { Observation } from '../../../src/observations/observation.ts'
import {
  formatCategories,
  formatEffective,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../../src/observations/words.ts'
import { DataTable } from '../../../src/ui/data-table.tsx'
import type { TableLine } from '../../../src/views/results/open-panels.tsx'
import { OpenRow } from '../../../src/views/results/open-row.ts'
import { resultColumns } from '../../../src/views/results/result-columns.tsx'
import { makeResults } from './made-data.ts'

const records = new Map<number, readonly Observation[]>()

function resultsOf(count: number): readonly Observation[] {
  const results = records.get(count) ?? makeResults(count)
  records.set(count, results)
  return results
}

const titles = new Map([
  ['laboratory', 'Laboratory'],
  ['vital-signs', 'Vital signs'],
])
const lineKey = (line: TableLine) => (isResult(line) ? line.id : line.key)
const nothing = () => undefined
const sorting = {
  key: 'date',
  direction: 'descending',
  keys: ['date', 'name', 'value'],
  onSort: nothing,
} as const

function OurTable({ lines }: { readonly lines: readonly TableLine[] }) {
  const [columns] = useState(() =>
    resultColumns({
      titles,
      seriesHref: (id) => `#/trend/${id}`,
      onOpenTrend: nothing,
      now: Date.UTC(2060, 0, 1),
      bornAt: 0,
    }),
  )
  return (
    <OpenRow value={nothing}>
      <DataTable
        name="Observations"
        isNameHidden
        columns={columns}
        rows={lines}
        rowKey={lineKey}
        headingOf={nothing}
        spanOf={nothing}
        sorting={sorting}
      />
    </OpenRow>
  )
}

/** The app's table with the columns of its results view. */
export function ourTable(count: number) {
  return <OurTable lines={resultsOf(count)} />
}

/** The same results as a tutorial would show them: every row in the document. */
export function plainTable(count: number) {
  return (
    <table>
      <tbody>
        {resultsOf(count).map((one) => (
          <tr key={one.id}>
            <td>{formatEffective(one.effective)}</td>
            <th>{one.name}</th>
            <td>{formatValue(one)}</td>
            <td>{formatRanges(one)}</td>
            <td>{formatCategories(one, titles)}</td>
            <td>{formatStatus(one.status)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
