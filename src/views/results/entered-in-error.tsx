import { useMemo, useState, type ReactNode } from 'react'
import type { RecordStatus } from '../../fhir/record-status.ts'
import { t, tn } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import {
  formatEffective,
  formatFlags,
  formatRanges,
  formatValue,
} from '../../observations/words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { LongText } from '../../ui/long-text.tsx'
import type { Column } from '../../ui/table-rows.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'
import type { ResultQuery } from './result-query.ts'
import { valueLanguage } from '../shared/value-language.ts'
import './entered-in-error.css'

const idOf = ({ id }: Observation) => id

/** An empty cell stays empty: a card leaves it out. */
function wordsOrNone(words: string): ReactNode {
  return words === '' ? null : <bdi>{words}</bdi>
}

function column(
  key: string,
  heading: string,
  width: Column<Observation>['width'],
  words: (observation: Observation) => ReactNode,
): Column<Observation> {
  const cell = (observation: Observation) => {
    const content = words(observation)
    return content === null ? null : <del>{content}</del>
  }
  return { key, heading, width, cell }
}

/** Words alone, struck through: neither a trend nor an alert may come of them (D3). */
const columnsInError = (): readonly Column<Observation>[] => [
  {
    key: 'name',
    heading: t('Name'),
    width: 'wide',
    isRowHeader: true,
    // Not every screen reader says that something is struck through; the words do, in each row and on paper.
    cell: ({ name, language }) => (
      <>
        <span className="result-status">{t('Entered in error')}</span>{' '}
        <del>
          <Theirs lang={language}>{name}</Theirs>
        </del>
      </>
    ),
  },
  column('date', t('Date'), 'wide', ({ effective }) => formatEffective(effective)),
  column('value', t('Value'), 'wide', (observation) => (
    <>
      <LongText text={formatValue(observation)} lang={valueLanguage(observation, observation)} />
      {observation.notes.map((note, index) => (
        <div key={index} className="quiet">
          {tx('Note: {note}', {
            note: <LongText text={note} lang={observation.language ?? ''} />,
          })}
        </div>
      ))}
    </>
  )),
  column('range', t('Reference range'), 'medium', (one) => wordsOrNone(formatRanges(one))),
  column('flag', t('Flag|of a result'), 'narrow', (one) => wordsOrNone(formatFlags(one))),
]

const formatUnread = (count: number) =>
  tn(count, "{n} more can't be read and is not shown.", "{n} more can't be read and are not shown.")

const none: readonly Observation[] = []

type Props = {
  readonly observations: readonly Observation[]
  /** How many were received, those too that can't be read. */
  readonly received: number
  readonly isShown: boolean
  readonly onShow: (isShown: boolean) => void
  /** Whether only some of the results are shown, which these don't follow. */
  readonly isNarrowed: boolean
}

/**
 * What the hospital marked as entered in error: a switch, and once it is on a table of its own, each row struck through
 * and said to be that. It is no data, and never stands among the results (D3). Nothing where there is none.
 */
function EnteredInError({ observations, received, isShown, onShow, isNarrowed }: Props) {
  const { length } = observations
  const columns = useMemo(() => columnsInError(), [])
  // The address follows when there is time; the box shows at once that it was pressed.
  const [box, setBox] = useState({ isShown, isChecked: isShown })
  if (box.isShown !== isShown) setBox({ isShown, isChecked: isShown })
  if (length === 0) return null
  return (
    <div className="entered-in-error">
      <label>
        <input
          type="checkbox"
          checked={box.isChecked}
          onChange={({ target: { checked: isChecked } }) => {
            setBox({ isShown, isChecked })
            onShow(isChecked)
          }}
        />
        {t('Show entries made in error ({count})', { count: length })}
      </label>
      {isShown && (
        <>
          <DataTable
            name={t('Entered in error – not part of the record')}
            columns={columns}
            rows={observations}
            rowKey={idOf}
          />
          <p className="quiet">
            {isNarrowed
              ? t('Newest first; all of them, whatever is chosen above.')
              : t('Newest first.')}
            {received > length && ` ${formatUnread(received - length)}`}
          </p>
        </>
      )}
    </div>
  )
}

/** The switch of the results, whose state stands in the address with the rest of their query. */
export function EnteredInErrorSwitch({
  enteredInError = none,
  status,
  query,
  onQuery,
  isNarrowed,
}: {
  readonly enteredInError?: readonly Observation[] | undefined
  readonly status: RecordStatus
  readonly query: ResultQuery
  readonly onQuery: (query: ResultQuery) => void
  readonly isNarrowed: boolean
}) {
  return (
    <EnteredInError
      observations={enteredInError}
      received={status.enteredInError}
      isShown={query.errors === 'show'}
      onShow={(isShown) => onQuery({ ...query, errors: isShown ? 'show' : undefined })}
      isNarrowed={isNarrowed}
    />
  )
}
