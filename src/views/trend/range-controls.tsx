import { dayText } from '../../observations/day.ts'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import { DayFields } from '../../ui/filter-fields.tsx'
import { moved, moves, presetsFor, type Move } from './time-range.ts'
import { isNarrowed, readTrendQuery, formatTrendQuery, type TrendQuery } from './trend-query.ts'

const WORDS: Readonly<Record<Move, string>> = {
  in: 'Zoom in',
  out: 'Zoom out',
  earlier: 'Earlier',
  later: 'Later',
}
const wholeRange = { range: undefined, from: undefined, to: undefined }

/**
 * Which stretch of time is shown: counted back from the newest value, by days, or by steps. `extent` is all there is,
 * `span` what is shown of it.
 */
export function RangeControls({
  query,
  onQuery,
  extent,
  span,
}: {
  readonly query: TrendQuery
  readonly onQuery: (query: TrendQuery) => void
  readonly extent: TimeSpan
  readonly span: TimeSpan
}) {
  const choices = [
    ...presetsFor(extent, query.range).map(({ key, words }) => ({ key, words })),
    { key: undefined, words: 'All' },
  ]
  const isByDays = query.range === undefined && isNarrowed(query)
  const setDay = (name: 'from' | 'to', value: string) =>
    onQuery(
      readTrendQuery(
        new URLSearchParams({ ...formatTrendQuery({ ...query, range: undefined }), [name]: value }),
      ),
    )
  return (
    <div className="trend-range">
      <fieldset className="trend-presets">
        <legend>Time shown</legend>
        {choices.map(({ key, words }) => (
          <label key={words}>
            <input
              type="radio"
              name="trend-range"
              checked={!isByDays && query.range === key}
              onChange={() => onQuery({ ...query, ...wholeRange, range: key })}
            />
            {words}
          </label>
        ))}
      </fieldset>
      <div className="trend-days">
        <DayFields
          from={isByDays ? (query.from ?? '') : dayText(span.from)}
          to={isByDays ? (query.to ?? '') : dayText(span.to)}
          onDay={setDay}
        />
      </div>
      <div className="trend-steps" role="group" aria-label="Move through time">
        {moves.map((move) => {
          const next = moved(move, span, extent)
          return (
            <button
              key={move}
              type="button"
              className="button-small"
              // Not `disabled`: that would take the focus away from whoever has just pressed it.
              aria-disabled={next === undefined}
              onClick={() => next && onQuery({ ...query, ...next })}
            >
              {WORDS[move]}
            </button>
          )
        })}
      </div>
    </div>
  )
}
