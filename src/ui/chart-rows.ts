/** One point of a line: where it stands and its words. */
type ChartPoint = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly value: number
  /** Where the value is only known to lie below or above `value`; the line does not go through it. */
  readonly bound?: 'below' | 'above'
  readonly whenText: string
  readonly valueText: string
  /** What else is to be known of it; spoken and shown with the value. */
  readonly remarkText?: string
}

/** What a line is read against over a stretch of time, or all of it; may be open on one side. */
type ChartBand = {
  readonly low?: number
  readonly high?: number
  /** Epoch milliseconds; both or neither. */
  readonly from?: number
  readonly until?: number
}

/** One line of a chart, with its bands and what they mean. */
export type ChartLine = {
  readonly key: string
  readonly name: string
  readonly points: readonly ChartPoint[]
  readonly bands?: { readonly text: string; readonly areas: readonly ChartBand[] }
}

/** What is drawn at one moment: per line its value or its bound, and its point for the words; undefined where it has none. */
export type ChartRow = {
  readonly at: number
  readonly values: readonly (number | undefined)[]
  readonly bounds: readonly (number | undefined)[]
  /** Per line, how many bounds of it lie before: the line does not go on across one. */
  readonly stretches: readonly number[]
  readonly points: readonly (ChartPoint | undefined)[]
}

/** Gives one row per moment, ascending. Two points of one line at the same moment make two rows; none is dropped. */
export function toChartRows(lines: readonly ChartLine[]): ChartRow[] {
  const rows = new Map<string, { at: number; points: (ChartPoint | undefined)[] }>()
  lines.forEach((line, lineIndex) => {
    const seen = new Map<number, number>()
    for (const point of line.points) {
      const nth = seen.get(point.at) ?? 0
      seen.set(point.at, nth + 1)
      const key = `${point.at} ${nth}`
      const row = rows.get(key) ?? { at: point.at, points: lines.map(() => undefined) }
      row.points[lineIndex] = point
      rows.set(key, row)
    }
  })
  const stretches = lines.map(() => 0)
  return [...rows.values()]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, points }) => ({
      at,
      points,
      stretches: points.map((point, line) => {
        const before = stretches[line] ?? 0
        if (point?.bound !== undefined) stretches[line] = before + 1
        return before
      }),
      values: points.map((point) => (point?.bound === undefined ? point?.value : undefined)),
      bounds: points.map((point) => (point?.bound === undefined ? undefined : point.value)),
    }))
}
