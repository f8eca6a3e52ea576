import type { ReactNode } from 'react'
import { isNarrowed, plainSheet, withMember, type FlowsheetQuery } from './flowsheet-query.ts'

type Choice = readonly [value: string, label: string]

function Select({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

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
        <label>
          Search tests
          <input
            type="search"
            value={text}
            placeholder="Name or code"
            autoComplete="off"
            onChange={(event) => onText(event.target.value)}
          />
        </label>
        <Select
          label="Category"
          value={query.category ?? ''}
          choices={[['', 'All loaded categories'], ...categories]}
          onChange={(value) => set('category', value)}
        />
        <label>
          From
          <input
            type="date"
            value={query.from ?? ''}
            onChange={(event) => set('from', event.target.value)}
          />
        </label>
        <label>
          To
          <input
            type="date"
            value={query.to ?? ''}
            onChange={(event) => set('to', event.target.value)}
          />
        </label>
        <Select
          label="Columns"
          value={query.by}
          choices={GRANULARITIES}
          onChange={(value) => set('by', value)}
        />
        <Select
          label="Order"
          value={query.order}
          choices={ORDERS}
          onChange={(value) => set('order', value)}
        />
        <Select
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
