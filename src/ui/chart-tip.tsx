import { Fragment } from 'react'
import type { ChartRow } from './chart-rows.ts'

/** Of results at one moment, at most this many are told. */
const MOST_TOLD = 5

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
    <>
      <p className="quiet">{given[0]?.point.dateText}</p>
      {given.slice(0, MOST_TOLD).map(({ point, name }, index) => (
        <p key={index}>
          {names.length > 1 && (
            <>
              <bdi>{name}</bdi>
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
      {given.length > MOST_TOLD && (
        <p className="quiet">and {given.length - MOST_TOLD} more at this moment</p>
      )}
    </>
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
