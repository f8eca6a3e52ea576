import type { ReactNode } from 'react'
import { DayFields, SearchField, SelectField, type Choice } from '../../ui/filter-fields.tsx'
import { isNarrowed, plainSheet, withMember, type FlowsheetQuery } from './flowsheet-query.ts'

const DENSITIES: readonly Choice[] = [
  ['comfortable', 'Comfortable'],
  ['compact', 'Compact'],
  ['wide', 'Wide'],
]
const ORDERS: readonly Choice[] = [
  ['newest', 'Newest first'],
  ['oldest', 'Oldest first'],
]
const GRANULARITIES: readonly Choice[] = [
  ['day', 'Each day'],
  ['time', 'Each time'],
]

/** What of the flowsheet is shown and how; `children` say how much that is. */
export function FlowsheetBar({
  categories,
  query,
  onQuery,
  text,
  onText,
  children,
}: {
  readonly categories: readonly Choice[]
  readonly query: FlowsheetQuery
  readonly onQuery: (query: FlowsheetQuery) => void
  readonly text: string
  readonly onText: (text: string) => void
  readonly children: ReactNode
}) {
  const set = (name: string, value: string) => onQuery(withMember(query, name, value))
  return (
    <>
      <search className="sheet-bar">
        <SearchField label="Search tests" text={text} onText={onText} />
        <SelectField
          label="Category"
          value={query.category ?? ''}
          choices={[['', 'All loaded categories'], ...categories]}
          onChange={(value) => set('category', value)}
        />
        <DayFields from={query.from ?? ''} to={query.to ?? ''} onDay={set} />
        <SelectField
          label="Columns"
          value={query.by}
          choices={GRANULARITIES}
          onChange={(value) => set('by', value)}
        />
        <SelectField
          label="Order"
          value={query.order}
          choices={ORDERS}
          onChange={(value) => set('order', value)}
        />
        <SelectField
          label="Density"
          value={query.density}
          choices={DENSITIES}
          onChange={(value) => set('density', value)}
        />
        <label className="sheet-check">
          <input
            type="checkbox"
            checked={query.isOutOfRange}
            onChange={(event) => set('only', event.target.checked ? 'out-of-range' : '')}
          />
          Only tests out of range
        </label>
        {(isNarrowed(query) || text !== '') && (
          <button
            type="button"
            className="button-small"
            onClick={() => {
              const { density, order, by } = query
              onText('')
              onQuery({ ...plainSheet, density, order, by })
            }}
          >
            Show all tests
          </button>
        )}
      </search>
      {children}
    </>
  )
}
