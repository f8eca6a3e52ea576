import type { ReactNode } from 'react'
import { t } from '../../language/t.ts'
import { DayFields, SearchField, SelectField, type Choice } from '../../ui/filter-fields.tsx'
import { ShowAll } from '../shared/show-all.tsx'
import {
  formatQuery,
  isNarrowed,
  plainSheet,
  withMember,
  type FlowsheetQuery,
} from './flowsheet-query.ts'

const densities = (): readonly Choice[] => [
  ['comfortable', t('Comfortable|density')],
  ['compact', t('Compact|density')],
  ['wide', t('Wide|density')],
]
const orders = (): readonly Choice[] => [
  ['newest', t('Newest first')],
  ['oldest', t('Oldest first')],
]
const granularities = (): readonly Choice[] => [
  ['day', t('Each day')],
  ['time', t('Each time')],
]

/** All that is chosen, in one text. */
const nameChoices = (query: FlowsheetQuery, text: string) =>
  JSON.stringify([formatQuery(query), text])

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
        <SearchField label={t('Search tests')} text={text} onText={onText} />
        <SelectField
          label={t('Category')}
          value={query.category ?? ''}
          choices={[['', t('All loaded categories')], ...categories]}
          onChange={(value) => set('category', value)}
        />
        <DayFields from={query.from ?? ''} to={query.to ?? ''} onDay={set} />
        <SelectField
          label={t('Columns')}
          value={query.by}
          choices={granularities()}
          onChange={(value) => set('by', value)}
        />
        <SelectField
          label={t('Order|newest or oldest first')}
          value={query.order}
          choices={orders()}
          onChange={(value) => set('order', value)}
        />
        <SelectField
          label={t('Density')}
          value={query.density}
          choices={densities()}
          onChange={(value) => set('density', value)}
        />
        <label className="sheet-check">
          <input
            type="checkbox"
            checked={query.isOutOfRange}
            onChange={(event) => set('only', event.target.checked ? 'out-of-range' : '')}
          />
          {t('Only tests out of range')}
        </label>
        <ShowAll
          isNarrowed={isNarrowed(query) || text !== ''}
          choices={nameChoices(query, text)}
          onShowAll={() => {
            const { density, order, by } = query
            const all = { ...plainSheet, density, order, by }
            onText('')
            onQuery(all)
            const undo = () => {
              onText(text)
              onQuery(query)
            }
            return { choices: nameChoices(all, ''), undo }
          }}
        >
          {t('Show all tests')}
        </ShowAll>
      </search>
      {children}
    </>
  )
}
