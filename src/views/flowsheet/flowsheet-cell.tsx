import { memo } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import type { Key } from '../../language/catalogue.ts'
import { key, t, tn } from '../../language/t.ts'
import type { FlowsheetEntry, FlowsheetRow } from '../../observations/flowsheet.ts'
import { dateOfColumn, type FlowsheetColumn } from '../../observations/flowsheet-columns.ts'
import { entryFlags, hiddenFlag, type ShortFlag } from '../../observations/flowsheet-flags.ts'
import { cellMeaning, cellText, entrySentence } from '../../observations/flowsheet-words.ts'
import type { ObservationStatus } from '../../observations/observation.ts'
import { valueLanguage } from '../shared/value-language.ts'
import { TestName, useTestWords } from '../shared/test-name.tsx'

/** A status other than final, short; "pending" stands where the value would (D3). */
const STATUS_MARKS: Partial<Record<ObservationStatus, Key>> = {
  preliminary: key('prelim.|short for preliminary'),
  amended: key('amended|a result'),
  corrected: key('corrected|a result'),
  unknown: key('status ?|not known'),
}

function FlagMark({ flag: { level, symbol, letters } }: { readonly flag: ShortFlag }) {
  return symbol === '' ? null : (
    <span className={`sheet-flag sheet-${level}`} aria-hidden="true">
      {symbol} {letters}
    </span>
  )
}

/** What is said of a cell beside its text: flags, unit, status, why there is no value, how many more there are. */
function meaningOf(entries: readonly FlowsheetEntry[], row: FlowsheetRow): string {
  const [entry] = entries
  if (entry === undefined) return ''
  const more = entries.length - 1
  const hidden = hiddenFlag(entries, row)
  return [
    ...entryFlags(entry, row).map(({ words }) => words),
    ...cellMeaning(entry, row),
    ...(more === 0 ? [] : [tn(more, 'and {n} more', 'and {n} more')]),
    ...(more === 0 || hidden === undefined ? [] : [hidden.words]),
  ].join(', ')
}

/**
 * A cell: the newest of its results, short, leading to its details; flags by shape, letters and colour, in words for those
 * who can't see them; how many more there are, and the gravest flag among those (D3, D4, D7).
 */
export const SheetCell = memo(function SheetCell({
  entries,
  row,
  resultHref,
  onOpen,
}: {
  readonly entries: readonly FlowsheetEntry[]
  readonly row: FlowsheetRow
  readonly resultHref: (observationId: string) => string
  readonly onOpen: ((observationId: string) => void) | undefined
}) {
  const [entry] = entries
  if (entry === undefined) return null
  const { observation } = entry
  const status = STATUS_MARKS[observation.status]
  const hidden = hiddenFlag(entries, row)
  const meaning = meaningOf(entries, row)
  return (
    <div className="sheet-cell">
      <a
        href={resultHref(observation.id)}
        tabIndex={-1}
        onClick={() => onOpen?.(observation.id)}
        // Written only when it is about to be seen: hundreds of cells come and go while it is scrolled.
        onPointerEnter={({ currentTarget }) => {
          currentTarget.title = entries.map((one) => entrySentence(one)).join('\n')
        }}
      >
        <bdi
          lang={valueLanguage(observation, entry.component ?? observation)}
          className="sheet-value"
        >
          {cellText(entry, row)}
        </bdi>
        {meaning !== '' && (
          <span className="visually-hidden">
            , <bdi>{meaning}</bdi>
          </span>
        )}
      </a>
      {entryFlags(entry, row).map((flag) => (
        <FlagMark key={flag.words} flag={flag} />
      ))}
      {status !== undefined && (
        <span className="sheet-status" aria-hidden="true">
          {t(status)}
        </span>
      )}
      {observation.effective.kind === 'period' && <span aria-hidden="true">↔</span>}
      {entries.length > 1 && (
        <span className="sheet-more" aria-hidden="true">
          +{entries.length - 1}
          {hidden && <span className={`sheet-${hidden.level}`}> {hidden.symbol}</span>}
        </span>
      )}
    </div>
  )
})

const PARTIAL = { year: key('year only'), month: key('month only') }

/** The date of a column, no more precise than it was sent, and marked where it says only a part (D6). */
export function SheetColumnHead({
  column,
  isByTime,
}: {
  readonly column: FlowsheetColumn
  readonly isByTime: boolean
}) {
  const date = dateOfColumn(column)
  if (date === undefined)
    return column.kind === 'schedule' ? t('Repeated, no single date') : t('Date not recorded')
  const { kind } = column
  const mark = kind === 'year' || kind === 'month' ? PARTIAL[kind] : undefined
  const note = mark ?? (isByTime && kind === 'day' ? key('no time given') : undefined)
  return (
    <>
      <span>{formatFhirDate(date)}</span>
      {note !== undefined && <span className="sheet-note">{t(note)}</span>}
    </>
  )
}

/** The name of a row with the unit its numbers share, leading to the trend where it has one (D4). */
export function SheetRowHead({
  row,
  seriesHref,
}: {
  readonly row: FlowsheetRow
  readonly seriesHref: (seriesId: string) => string
}) {
  const { name, codings, language, unit, hasTrend, isComponent, seriesId } = row
  const words = <TestName name={name} codings={codings} language={language} />
  const inWords = useTestWords({ name, codings })
  const inBrackets = unit === undefined || unit === '' ? '' : `(${unit})`
  return (
    <div
      className={isComponent ? 'sheet-name sheet-part' : 'sheet-name'}
      title={`${inWords} ${inBrackets}`.trim()}
    >
      <span className="sheet-words">
        {hasTrend ? (
          <a href={seriesHref(seriesId)} tabIndex={-1}>
            {words}
          </a>
        ) : (
          words
        )}
      </span>{' '}
      {inBrackets !== '' && (
        <bdi lang="" className="sheet-unit">
          {inBrackets}
        </bdi>
      )}
    </div>
  )
}
