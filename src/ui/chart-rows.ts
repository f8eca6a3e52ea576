/** One point of a line: where it stands and its words. */
type ChartPoint = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly value: number
  readonly whenText: string
  readonly valueText: string
  /** What else is to be known of it; spoken and shown with the value. */
  readonly remarkText?: string
}

/** One line of a chart, with the band it is read against; a band may be open on one side. */
export type ChartLine = {
  readonly key: string
  readonly name: string
  readonly points: readonly ChartPoint[]
  readonly band?: { readonly low?: number; readonly high?: number; readonly text: string }
}

/** What is drawn at one moment: per line its value, and its point for the words; undefined where it has none. */
export type ChartRow = {
  readonly at: number
  readonly values: readonly (number | undefined)[]
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
  return [...rows.values()]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, points }) => ({ at, points, values: points.map((point) => point?.value) }))
}
