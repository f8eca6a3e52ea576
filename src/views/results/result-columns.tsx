import { t } from '../../language/t.ts'
import { formatCategories } from '../../observations/words.ts'
import { isResult } from '../../observations/group-results.ts'
import type { Observation } from '../../observations/observation.ts'
import type { Column } from '../../ui/table-rows.tsx'
import { FlagCell } from '../shared/flag-cell.tsx'
import type { TableLine } from './open-panels.tsx'
import { DateCell, NameCell, RangeCell, StatusCell, ValueCell } from './result-cells.tsx'

/** What the cells need beside their observation. Each member should stay the same between renders. */
type ColumnNeeds = {
  readonly titles: ReadonlyMap<string, string>
  readonly seriesHref: (seriesId: string) => string
  readonly onOpenTrend: ((observationId: string) => void) | undefined
  readonly now: number
  readonly bornAt: number | undefined
}

/** Gives the columns of the table of results; in a card, value and flag come right after the name. */
export function resultColumns({
  titles,
  seriesHref,
  onOpenTrend,
  now,
  bornAt,
}: ColumnNeeds): readonly Column<TableLine>[] {
  const columns: readonly Column<Observation>[] = [
    {
      key: 'date',
      heading: t('Date'),
      width: 'wide',
      cell: (observation) => <DateCell observation={observation} now={now} bornAt={bornAt} />,
    },
    {
      key: 'name',
      heading: t('Name'),
      width: 'wide',
      isRowHeader: true,
      cell: (observation) => (
        <NameCell observation={observation} seriesHref={seriesHref} onOpenTrend={onOpenTrend} />
      ),
    },
    {
      key: 'value',
      heading: t('Value'),
      width: 'wide',
      isWholeLine: true,
      cell: (observation) => <ValueCell observation={observation} />,
    },
    {
      key: 'range',
      heading: t('Reference range'),
      width: 'medium',
      cell: (observation) => <RangeCell observation={observation} />,
    },
    {
      key: 'flag',
      heading: t('Flag|of a result'),
      width: 'narrow',
      isWholeLine: true,
      cell: (observation) => <FlagCell observation={observation} />,
    },
    {
      key: 'category',
      heading: t('Category'),
      width: 'narrow',
      cell: (observation) => <bdi>{formatCategories(observation, titles)}</bdi>,
    },
    {
      key: 'status',
      heading: t('Status'),
      width: 'narrow',
      cell: (observation) => <StatusCell observation={observation} />,
    },
  ]
  // A heading, or what takes the whole width, is drawn by the table itself.
  return columns.map((column) => ({
    ...column,
    cell: (line) => (isResult(line) ? column.cell(line) : null),
  }))
}
