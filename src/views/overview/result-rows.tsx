import { useState, type ReactNode } from 'react'
import { tn } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import { hasTrend } from '../../observations/trend-parts.ts'
import { formatRanges } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { rangeLanguage } from '../shared/value-language.ts'
import { TestName } from '../shared/test-name.tsx'
import { tx } from '../../ui/tx.tsx'
import { ResultSaid } from './result-said.tsx'
import { TrendLink } from './trend-link.tsx'

/** A list of results, one a row, each leading to its trend; what is beyond `atMost` opens in place. */
export function ResultRows({
  results,
  part,
  label,
  atMost,
  noteOf,
}: {
  readonly results: readonly Observation[]
  readonly part: string
  /** What the list is of. */
  readonly label: string
  readonly atMost: number
  /** What is said last of a result, such as its date. */
  readonly noteOf: (observation: Observation) => ReactNode
}) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? results : results.slice(0, atMost)
  return (
    <>
      <ul className="card overview-rows" aria-label={label}>
        {shown.map((observation) => (
          <Row
            key={observation.id}
            observation={observation}
            part={part}
            note={noteOf(observation)}
          />
        ))}
      </ul>
      {results.length > atMost && (
        <button
          type="button"
          className="button-small overview-more"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole
            ? tn(atMost, 'Show the first {n} only', 'Show the first {n} only')
            : tn(results.length, 'Show all {n}', 'Show all {n}')}
        </button>
      )}
    </>
  )
}

function Row({
  observation,
  part,
  note,
}: {
  readonly observation: Observation
  readonly part: string
  readonly note: ReactNode
}) {
  const { id, name, codings, seriesId, language } = observation
  const ranges = formatRanges(observation)
  const words = <TestName name={name} codings={codings} language={language} />
  return (
    <li>
      <p className="overview-name">
        {hasTrend(observation) ? (
          <TrendLink seriesId={seriesId} part={`${part} ${id}`}>
            {words}
          </TrendLink>
        ) : (
          words
        )}
      </p>
      <div className="overview-said">
        <ResultSaid observation={observation} />
      </div>
      {ranges !== '' && (
        <div className="quiet overview-range">
          {tx('Range: {range}', {
            range: <LongText text={ranges} lang={rangeLanguage(observation)} />,
          })}
        </div>
      )}
      {note !== '' && <p className="quiet overview-when">{note}</p>}
    </li>
  )
}
