/** Until a row has been measured: that of most results, with two lines of a date and one below it. */
const ROW_HEIGHT = 89
const ROWS_FOR_MEAN = 24

/** How high rows are, in blocks of `size`, in CSS pixels. */
export type RowMeter = {
  /**
   * Measures the rows in the document, which say by `data-index` which they are of all, and gives the height of each
   * block. Nothing of one that has none now, hidden as it is.
   */
  readonly measure: (rows: Iterable<HTMLTableRowElement>) => ReadonlyMap<number, number>
  /**
   * Gives the blocks between these that were measured, and forgets that they were: other rows stand there now. Not those
   * of the rows in the document, which are measured again.
   */
  readonly forget: (
    from: number,
    before: number,
    rows: Iterable<HTMLTableRowElement>,
  ) => readonly number[]
  /** What so many rows will take that haven't been measured. */
  readonly estimate: (rows: number) => number
}

/**
 * Makes a meter that expects of rows the mean of the first ones. It settles then: rows above the ones in sight must not
 * move them.
 */
export function createRowMeter(size: number): RowMeter {
  const blockOf = (row: HTMLTableRowElement) =>
    Math.floor(Number(row.dataset['index'] ?? NaN) / size)
  const known = new Set<number>()
  let sum = 0
  let measured = 0
  return {
    measure(rows) {
      const heights = new Map<number, number>()
      for (const row of rows) {
        const block = blockOf(row)
        const { height } = row.getBoundingClientRect()
        if (Number.isNaN(block) || height === 0) continue
        if (measured < ROWS_FOR_MEAN) {
          sum += height
          measured += 1
        }
        heights.set(block, (heights.get(block) ?? 0) + height)
        known.add(block)
      }
      return heights
    },
    forget(from, before, rows) {
      const present = new Set([...rows].map(blockOf))
      const isGone = (block: number) => block >= from && block < before && !present.has(block)
      const gone = [...known].filter(isGone)
      for (const block of gone) known.delete(block)
      return gone
    },
    estimate: (rows) => rows * (measured === 0 ? ROW_HEIGHT : sum / measured),
  }
}
