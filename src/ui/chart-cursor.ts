import type { ChartRow } from './chart-rows.ts'

/** Where the reader looks: a moment, in which chart it was chosen, and by what. */
type CursorPlace = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly chart: string
  /** The row of that chart. */
  readonly index: number
  readonly by: 'key' | 'pointer'
}

/** The place that charts above one another share; each looks at it by itself, so that none is drawn anew by a move. */
export type ChartCursor = {
  readonly get: () => CursorPlace | undefined
  readonly set: (place: CursorPlace | undefined) => void
  readonly subscribe: (onChange: () => void) => () => void
}

/** Begins with no place. */
export function createCursor(): ChartCursor {
  let place: CursorPlace | undefined
  const listeners = new Set<() => void>()
  return {
    get: () => place,
    set: (next) => {
      const isSame =
        next === place ||
        (next?.at === place?.at &&
          next?.chart === place?.chart &&
          next?.by === place?.by &&
          next?.index === place?.index)
      if (isSame) return
      place = next
      for (const listener of listeners) listener()
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/** The row nearest to a moment, -1 when there is none; of rows of one moment the first. Takes rows in ascending time. */
export function nearestRow(rows: readonly ChartRow[], at: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.at ?? at) < at) low = middle + 1
    else high = middle
  }
  const after = rows[low]
  const before = rows[low - 1]
  if (before === undefined) return after === undefined ? -1 : low
  if (after !== undefined && after.at - at <= at - before.at) return low
  return rows.findIndex((row) => row.at === before.at)
}

/** The row that a key leads to from one; undefined for a key that leads nowhere. `from` is -1 before the first key. */
export function rowByKey(key: string, from: number, count: number): number | undefined {
  const last = count - 1
  const inside = (index: number) => Math.min(last, Math.max(0, index))
  switch (key) {
    case 'ArrowRight':
      return inside(from + 1)
    case 'ArrowLeft':
      return from < 0 ? last : inside(from - 1)
    case 'PageDown':
      return inside(from + 10)
    case 'PageUp':
      return from < 0 ? last : inside(from - 10)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
