import { useId, useState, type ReactNode } from 'react'
import type { CategoryStatus, RecordStatus } from '../../fhir/record-status.ts'
import type { Key } from '../../language/catalogue.ts'
import { formatCount } from '../../language/format-count.ts'
import { key, t, tn } from '../../language/t.ts'
import type { SortKey } from '../../observations/sort-results.ts'
import { formatStatus } from '../../observations/words.ts'
import { DayFields, SearchField, SelectField, type Choice } from '../../ui/filter-fields.tsx'
import type { CategoryChoice } from './categories.ts'
import { maybeMissingFrom, missingFrom } from '../shared/no-results.tsx'
import { ShowAll } from '../shared/show-all.tsx'
import {
  countChosen,
  formatQuery,
  isNarrowed,
  sortChoices,
  statuses,
  widen,
  withMember,
  type ResultQuery,
} from './result-query.ts'

/** The orders as they stand in a sentence. */
const ORDERS: Readonly<Record<SortKey, Readonly<Record<ResultQuery['direction'], Key>>>> = {
  date: { ascending: key('oldest first'), descending: key('newest first') },
  name: { ascending: key('by name, ascending'), descending: key('by name, descending') },
  value: { ascending: key('by value, ascending'), descending: key('by value, descending') },
  range: { ascending: key('by range, ascending'), descending: key('by range, descending') },
  flag: { ascending: key('by flag, ascending'), descending: key('by flag, descending') },
  category: {
    ascending: key('by category, ascending'),
    descending: key('by category, descending'),
  },
  status: { ascending: key('by status, ascending'), descending: key('by status, descending') },
}

/** All that is chosen, in one text. */
const nameChoices = (query: ResultQuery, text: string) => JSON.stringify([formatQuery(query), text])

/** How many results are shown, of how many, and whether that is all that was asked for (PAT-07, OBS-08). */
function formatShown(
  { shown, loaded, status, isPending }: Shown,
  { sort, direction }: ResultQuery,
): string {
  const order = t(ORDERS[sort][direction])
  const namesOf = (all: readonly CategoryStatus[]) =>
    all.map(({ category }) => category.title).join(', ')
  const missing = missingFrom(status)
  const maybeMissing = maybeMissingFrom(status)
  return [
    shown < loaded
      ? tn(loaded, '{shown} of {n} result, {order}', '{shown} of {n} results, {order}', {
          shown,
          order,
        })
      : tn(loaded, '{n} result, {order}', '{n} results, {order}', { order }),
    ...(isPending ? [t('more are still loading')] : []),
    ...(missing.length > 0
      ? [t('not or not wholly loaded: {categories}', { categories: namesOf(missing) })]
      : []),
    ...(maybeMissing.length > 0
      ? [t('may be incomplete: {categories}', { categories: namesOf(maybeMissing) })]
      : []),
  ].join('; ')
}

type Shown = {
  readonly shown: number
  readonly loaded: number
  readonly status: RecordStatus
  readonly isPending: boolean
}

type Props = Shown & {
  readonly choices: readonly CategoryChoice[]
  readonly query: ResultQuery
  readonly onQuery: (query: ResultQuery) => void
  readonly text: string
  readonly onText: (text: string) => void
  /** Stands beside what is said of how many there are. */
  readonly children?: ReactNode
}

const flagChoices = (): readonly Choice[] => [
  ['', t('Any|a choice')],
  ['abnormal', t('Out of range')],
  ['critical', t('Critical')],
  ['none', t('None given')],
]
const groupChoices = (): readonly Choice[] => [
  ['none', t('Nothing|to group by')],
  ['test', t('Test')],
  ['day', t('Day')],
  ['panel', t('Panel')],
]
const statusChoices = (): readonly Choice[] => [
  ['', t('Any|a choice')],
  ...statuses.map((status): Choice => [status, formatStatus(status)]),
]

const sortValue = ({ sort, direction }: Pick<ResultQuery, 'sort' | 'direction'>) =>
  `${sort} ${direction}`

/** What of the results is shown: text to search, choices, how they are grouped; and how many that are of what was loaded. */
export function ResultsBar(props: Props) {
  const { choices, query, onQuery, text, onText } = props
  const choicesId = useId()
  // Where it is wide, all choices are in sight and there is no button (results-view.css).
  const [isOpen, setIsOpen] = useState(false)
  const chosen = countChosen(query)
  const set = (name: keyof ResultQuery, value: string) => onQuery(withMember(query, name, value))
  const categories: readonly Choice[] = [
    ['', t('All loaded categories')],
    ...choices.map(({ code, title, count }): Choice => [code, `${title} (${formatCount(count)})`]),
  ]
  return (
    <>
      <search className="results-bar">
        <div className="results-bar-room">
          <SearchField label={t('Search')} text={text} onText={onText} />
          <button
            type="button"
            className="results-more"
            aria-expanded={isOpen}
            aria-controls={choicesId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {chosen > 0
              ? tn(
                  chosen,
                  'Filter, sort and group ({n} chosen)',
                  'Filter, sort and group ({n} chosen)',
                )
              : t('Filter, sort and group')}
          </button>
          <div id={choicesId} className="results-choices" data-open={isOpen}>
            <SelectField
              label={t('Category')}
              value={query.category ?? ''}
              choices={categories}
              onChange={(value) => set('category', value)}
            />
            <SelectField
              label={t('Flag|of a result')}
              value={query.flag ?? ''}
              choices={flagChoices()}
              onChange={(value) => set('flag', value)}
            />
            <SelectField
              label={t('Status')}
              value={query.status ?? ''}
              choices={statusChoices()}
              onChange={(value) => set('status', value)}
            />
            <DayFields from={query.from ?? ''} to={query.to ?? ''} onDay={set} />
            <SelectField
              label={t('Group by')}
              value={query.group}
              choices={groupChoices()}
              onChange={(value) => set('group', value)}
            />
            <div className="results-sort">
              <SelectField
                label={t('Sort by')}
                value={sortValue(query)}
                choices={sortChoices.map(({ words, ...one }): Choice => [sortValue(one), t(words)])}
                onChange={(value) => {
                  const choice = sortChoices.find((one) => sortValue(one) === value)
                  if (choice !== undefined) {
                    const { sort, direction } = choice
                    onQuery({ ...query, sort, direction })
                  }
                }}
              />
            </div>
          </div>
          <ShowAll
            isNarrowed={isNarrowed(query) || text !== ''}
            choices={nameChoices(query, text)}
            onShowAll={() => {
              const all = widen(query)
              onText('')
              onQuery(all)
              const undo = () => {
                onText(text)
                onQuery(query)
              }
              return { choices: nameChoices(all, ''), undo }
            }}
          >
            {t('Show all results')}
          </ShowAll>
        </div>
      </search>
      <div className="take-away-line">
        <p className="quiet">{formatShown(props, query)}</p>
        {props.children}
      </div>
      <p role="status" className="visually-hidden">
        {(isNarrowed(query) || text !== '') &&
          tn(props.shown, '{n} result shown', '{n} results shown')}
      </p>
    </>
  )
}
