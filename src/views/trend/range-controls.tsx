import type { Key } from '../../language/catalogue.ts'
import { key, t } from '../../language/t.ts'
import { dayText } from '../../observations/day.ts'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import { DayFields } from '../../ui/filter-fields.tsx'
import { moved, moves, presetsFor, type Move } from './time-range.ts'
import { isNarrowed, readTrendQuery, formatTrendQuery, type TrendQuery } from './trend-query.ts'

const WORDS: Readonly<Record<Move, Key>> = {
  in: key('Zoom in'),
  out: key('Zoom out'),
  earlier: key('Earlier|move through time'),
  later: key('Later|move through time'),
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
    ...presetsFor(extent, query.range).map(({ key: range, words }) => ({ range, words: t(words) })),
    { range: undefined, words: t('All|the time') },
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
        <legend>{t('Time shown')}</legend>
        {choices.map(({ range, words }) => (
          <label key={words}>
            <input
              type="radio"
              name="trend-range"
              checked={!isByDays && query.range === range}
              onChange={() => onQuery({ ...query, ...wholeRange, range })}
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
      <div className="trend-steps" role="group" aria-label={t('Move through time')}>
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
              {t(WORDS[move])}
            </button>
          )
        })}
      </div>
    </div>
  )
}
