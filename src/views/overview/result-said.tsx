import { isQualifier } from '../../observations/details.ts'
import type { Observation } from '../../observations/observation.ts'
import { formatStatus, formatValue } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { tx } from '../../ui/tx.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { valueLanguage } from '../shared/value-language.ts'
import { FlagCell } from '../shared/flag-cell.tsx'

/** What a result says, and about whom, if not the patient (D8): its value, its flags, a status other than final, and what else changes how it is read (D3, D5). */
export function ResultSaid({ observation }: { readonly observation: Observation }) {
  const { status, focus, details = [], language } = observation
  const qualifiers = details.filter(isQualifier)
  return (
    <>
      {focus !== undefined && (
        <p className="overview-caution">
          {tx('About: {whom}', { whom: <Theirs lang={language}>{focus}</Theirs> })}
        </p>
      )}
      <div className="overview-value">
        <LongText text={formatValue(observation)} lang={valueLanguage(observation, observation)} />
      </div>
      <FlagCell observation={observation} />
      {status !== 'final' && <p className="overview-status">{formatStatus(status)}</p>}
      {qualifiers.length > 0 && (
        <p className="quiet">
          {qualifiers.map(({ label, text }, index) => (
            <span key={label}>
              {index > 0 && '; '}
              {label}: <Theirs lang={language}>{text}</Theirs>
            </span>
          ))}
        </p>
      )}
    </>
  )
}
