import { useId, useState, type ReactNode } from 'react'
import type { CategoryStatus, RecordStatus } from '../../fhir/record-status.ts'
import { formatStatus } from '../../observations/words.ts'
import { DayFields, SearchField, SelectField, type Choice } from '../../ui/filter-fields.tsx'
import { formatCount, formatNumberOf } from '../../ui/format-count.ts'
import type { CategoryChoice } from './categories.ts'
import { maybeMissingFrom, missingFrom } from '../shared/no-results.tsx'
import {
  countChosen,
  isNarrowed,
  sortChoices,
  statuses,
  widen,
  withMember,
  type ResultQuery,
} from './result-query.ts'

/** How many results are shown, of how many, and whether that is all that was asked for (PAT-07, OBS-08). */
function formatShown(
  { shown, loaded, status, isPending }: Shown,
  { sort, direction }: ResultQuery,
): string {
  const order =
    sort === 'date'
      ? `${direction === 'descending' ? 'newest' : 'oldest'} first`
      : `by ${sort}, ${direction}`
  const namesOf = (all: readonly CategoryStatus[]) =>
    all.map(({ category }) => category.title).join(', ')
  const missing = missingFrom(status)
  const maybeMissing = maybeMissingFrom(status)
  return [
    `${shown < loaded ? `${formatCount(shown)} of ` : ''}${formatNumberOf(loaded, 'result')}, ${order}`,
    ...(isPending ? ['more are still loading'] : []),
    ...(missing.length > 0 ? [`not or not wholly loaded: ${namesOf(missing)}`] : []),
    ...(maybeMissing.length > 0 ? [`may be incomplete: ${namesOf(maybeMissing)}`] : []),
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

const flagChoices: readonly Choice[] = [
  ['', 'Any'],
  ['abnormal', 'Out of range'],
  ['critical', 'Critical'],
  ['none', 'None given'],
]
const groupChoices: readonly Choice[] = [
  ['none', 'Nothing'],
  ['test', 'Test'],
  ['day', 'Day'],
  ['panel', 'Panel'],
]
const statusChoices: readonly Choice[] = [
  ['', 'Any'],
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
    ['', 'All loaded categories'],
    ...choices.map(({ code, title, count }): Choice => [code, `${title} (${formatCount(count)})`]),
  ]
  return (
    <>
      <search className="results-bar">
        <div className="results-bar-room">
          <SearchField label="Search" text={text} onText={onText} />
          <button
            type="button"
            className="results-more"
            aria-expanded={isOpen}
            aria-controls={choicesId}
            onClick={() => setIsOpen(!isOpen)}
          >
            Filter, sort and group{chosen > 0 && ` (${chosen} chosen)`}
          </button>
          <div id={choicesId} className="results-choices" data-open={isOpen}>
            <SelectField
              label="Category"
              value={query.category ?? ''}
              choices={categories}
              onChange={(value) => set('category', value)}
            />
            <SelectField
              label="Flag"
              value={query.flag ?? ''}
              choices={flagChoices}
              onChange={(value) => set('flag', value)}
            />
            <SelectField
              label="Status"
              value={query.status ?? ''}
              choices={statusChoices}
              onChange={(value) => set('status', value)}
            />
            <DayFields from={query.from ?? ''} to={query.to ?? ''} onDay={set} />
            <SelectField
              label="Group by"
              value={query.group}
              choices={groupChoices}
              onChange={(value) => set('group', value)}
            />
            <div className="results-sort">
              <SelectField
                label="Sort by"
                value={sortValue(query)}
                choices={sortChoices.map(({ words, ...one }): Choice => [sortValue(one), words])}
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
          {(isNarrowed(query) || text !== '') && (
            <button
              type="button"
              className="button-small"
              onClick={() => {
                onText('')
                onQuery(widen(query))
              }}
            >
              Show all results
            </button>
          )}
        </div>
      </search>
      <div className="take-away-line">
        <p className="quiet">{formatShown(props, query)}</p>
        {props.children}
      </div>
      <p role="status" className="visually-hidden">
        {(isNarrowed(query) || text !== '') && `${formatNumberOf(props.shown, 'result')} shown`}
      </p>
    </>
  )
}
