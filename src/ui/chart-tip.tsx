import { Fragment } from 'react'
import { currentSpeech } from '../language/language.ts'
import { tn } from '../language/t.ts'
import type { ChartRow } from './chart-rows.ts'
import { Theirs } from './theirs.tsx'

/** Of results at one moment, at most this many are told. */
const MOST_TOLD = 5

const andMore = (count: number) =>
  tn(count, 'and {n} more at this moment', 'and {n} more at this moment')

/** What is told of the place looked at: the words of its rows, all of one moment. */
export function TipWords({
  rows,
  names,
}: {
  readonly rows: readonly ChartRow[]
  readonly names: readonly string[]
}) {
  const given = rows
    .flatMap(({ points }) => points.map((point, line) => ({ point, name: names[line] ?? '' })))
    .flatMap(({ point, name }) => (point === undefined ? [] : [{ point, name }]))
  return (
    // The drawing around it runs from left to right in every language.
    <div dir={currentSpeech().direction}>
      <p className="quiet">{given[0]?.point.dateText}</p>
      {given.slice(0, MOST_TOLD).map(({ point, name }, index) => (
        <p key={index}>
          {names.length > 1 && (
            <>
              <Theirs>{name}</Theirs>
              {': '}
            </>
          )}
          <strong>
            <bdi>
              {point.valueText}
              {point.flagText && `, ${point.flagText}`}
            </bdi>
          </strong>
          {point.remarks?.map((remark, nth) => (
            <Fragment key={nth}>
              {'; '}
              <bdi>{remark}</bdi>
            </Fragment>
          ))}
        </p>
      ))}
      {given.length > MOST_TOLD && <p className="quiet">{andMore(given.length - MOST_TOLD)}</p>}
    </div>
  )
}

/** All rows of the moment that the row at `index` has; they stand beside one another. */
export function rowsOfMoment(rows: readonly ChartRow[], index: number): readonly ChartRow[] {
  const at = rows[index]?.at
  let first = index
  while (first > 0 && rows[first - 1]?.at === at) first -= 1
  let end = index + 1
  while (end < rows.length && rows[end]?.at === at) end += 1
  return rows.slice(first, end)
}
