import { createContext, useContext } from 'react'
import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { t } from '../../language/t.ts'
import { hasTrend } from '../../observations/trend-parts.ts'
import { isQualifier } from '../../observations/details.ts'
import { dateWarning } from '../../observations/effective.ts'
import type { ChangeMark } from '../../observations/record-changes.ts'
import type { Observation } from '../../observations/observation.ts'
import {
  formatEffective,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'
import { TestName } from '../shared/test-name.tsx'
import { openerClass, OpenRow } from './open-row.ts'
import { PanelValue, panelSize } from './panel-value.tsx'
import { rangeLanguage, valueLanguage } from '../shared/value-language.ts'
import { wordParts } from './word-parts.ts'

/** Opens the detail of a row. Not within the row's header, which is read out with every cell. */
function DetailsButton({
  observation: { id, name, effective },
}: {
  readonly observation: Observation
}) {
  const open = useContext(OpenRow)
  if (open === undefined) return null
  return (
    <button type="button" className={openerClass} data-row={id} onClick={() => open(id)}>
      {t('Details')}{' '}
      <span className="visually-hidden">
        {t('of {name}, {date}|after Details', { name, date: formatEffective(effective) })}
      </span>
    </button>
  )
}

/**
 * When it holds, and the way to all else that is known of it. Without a date it says so, and when it was reported, which
 * is another thing (D6).
 */
export function DateCell({
  observation,
  now,
  bornAt,
}: {
  readonly observation: Observation
  readonly now: number
  readonly bornAt: number | undefined
}) {
  const { effective, issued } = observation
  const warning = dateWarning(effective, now, bornAt)
  return (
    <>
      {formatEffective(effective)}
      {effective.kind === 'not-recorded' && issued !== undefined && (
        <p className="quiet">{t('Reported {date}', { date: formatFhirDate(issued) })}</p>
      )}
      {warning !== undefined && (
        <p className="result-caution">{t('Check: {warning}', { warning })}</p>
      )}
      <DetailsButton observation={observation} />
    </>
  )
}

/** What is new or changed since an earlier load of the record. A context, so that only marked rows draw again. */
export const ChangeMarks = createContext<ReadonlyMap<string, ChangeMark> | undefined>(undefined)

function Mark({ id }: { readonly id: string }) {
  const mark = useContext(ChangeMarks)?.get(id)
  if (mark === undefined) return null
  return (
    <span className="result-mark">
      {mark === 'new' ? t('New|a result') : t('Changed|a result')}
    </span>
  )
}

/**
 * What it is, leading to its trend where it has one; about whom when that is not the patient (D8); and what qualifies
 * it, so that a temperature of the skin isn't read as any other (D5). All else waits in its detail.
 */
export function NameCell({
  observation,
  seriesHref,
  onOpenTrend,
}: {
  readonly observation: Observation
  readonly seriesHref: (seriesId: string) => string
  readonly onOpenTrend: ((observationId: string) => void) | undefined
}) {
  const { id, name, codings, focus, details = [], seriesId, language } = observation
  const qualifiers = details.filter(isQualifier)
  const words = <TestName name={name} codings={codings} language={language} />
  return (
    <>
      {hasTrend(observation) ? (
        <a href={seriesHref(seriesId)} onClick={() => onOpenTrend?.(id)}>
          {words}
        </a>
      ) : (
        words
      )}
      <Mark id={id} />
      {focus !== undefined && (
        <p className="result-caution">
          {tx('About: {focus}', { focus: <Theirs lang={language}>{focus}</Theirs> })}
        </p>
      )}
      {qualifiers.map(({ label, text }) => (
        <p key={label} className="quiet">
          {label}: <Theirs lang={language}>{text}</Theirs>
        </p>
      ))}
    </>
  )
}

/** What it says, and what was noted on it. */
export function ValueCell({ observation }: { readonly observation: Observation }) {
  return (
    <>
      <span className="result-value">
        {panelSize(observation) > 0 ? (
          <PanelValue observation={observation} />
        ) : (
          <LongText
            text={formatValue(observation)}
            lang={valueLanguage(observation, observation)}
          />
        )}
      </span>
      {observation.notes.map((note, index) => (
        <div key={index} className="quiet">
          {tx('Note: {note}', {
            note: <LongText text={note} lang={observation.language ?? ''} />,
          })}
        </div>
      ))}
    </>
  )
}

/** The laboratory's ranges, all of them; a dash, and words for a screen reader, when it gave none. */
export function RangeCell({ observation }: { readonly observation: Observation }) {
  const ranges = formatRanges(observation)
  return ranges === '' ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{t('No range given')}</span>
    </>
  ) : (
    <LongText text={wordParts(ranges, observation)} lang={rangeLanguage(observation)} />
  )
}

/** The status; whatever is not final stands out (D3). */
export function StatusCell({ observation: { status } }: { readonly observation: Observation }) {
  return (
    <span className={status === 'final' ? undefined : 'result-status'}>{formatStatus(status)}</span>
  )
}
