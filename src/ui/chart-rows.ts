/** One point of a line: where it stands and its words. */
export type ChartPoint = {
  /** Epoch milliseconds. */
  readonly at: number
  readonly value: number
  /** Whether it is only known to lie below or above `value`; exact unless it is said. The line doesn't go through a bound. */
  readonly bound?: 'exact' | 'below' | 'above' | undefined
  /** Flagged, or beyond its range; drawn with a mark of its own. */
  readonly isFlagged?: boolean | undefined
  readonly dateText: string
  readonly valueText: string
  /** Its flags in words, if it has any, and what else is to be known of it; spoken and shown with the value. */
  readonly flagText?: string | undefined
  readonly remarks?: readonly string[] | undefined
}

/** Whether a point is only known to lie somewhere below or above its value: "<5" is not 5 (D4). */
export const isBound = ({ bound }: Pick<ChartPoint, 'bound'>): boolean =>
  bound === 'below' || bound === 'above'

/** What a line is read against over a stretch of time, or all of it; may be open on one side. */
export type ChartBand = {
  readonly low?: number | undefined
  readonly high?: number | undefined
  /** Epoch milliseconds; both or neither. */
  readonly from?: number | undefined
  readonly until?: number | undefined
}

/** One line of a chart, with its bands and what they mean. */
export type ChartLine = {
  readonly key: string
  readonly name: string
  /** In ascending time. */
  readonly points: readonly ChartPoint[]
  readonly bands?: { readonly text: string; readonly areas: readonly ChartBand[] } | undefined
}

/** A point with the stretch of its line: how many bounds lie before it. The line does not go on across one. */
type PlacedPoint = {
  readonly at: number
  readonly value: number
  readonly isBound: boolean
  readonly stretch: number
  readonly point: ChartPoint
}

/** What is drawn at one moment: per line its value or its bound, and its point for the words; undefined where it has none. */
export type ChartRow = {
  readonly at: number
  readonly values: readonly (number | undefined)[]
  readonly bounds: readonly (number | undefined)[]
  /** Per line, how many bounds of it lie before: the line does not go on across one. */
  readonly stretches: readonly (number | undefined)[]
  readonly points: readonly (ChartPoint | undefined)[]
}

/**
 * Places the points of a line that are `kept`, which are some of `all`, in their order: its stretches are counted by all
 * of them.
 */
export function placePoints(
  all: readonly ChartPoint[],
  kept: readonly ChartPoint[],
): readonly PlacedPoint[] {
  const placed: PlacedPoint[] = []
  let bounds = 0
  for (const point of all) {
    const { at, value } = point
    const isOne = isBound(point)
    if (point === kept[placed.length])
      placed.push({ at, value, isBound: isOne, stretch: bounds, point })
    if (isOne) bounds += 1
  }
  return placed
}

/** Gives one row per moment, ascending. Two points of one line at the same moment make two rows; none is dropped. */
export function toChartRows(lines: readonly (readonly PlacedPoint[])[]): ChartRow[] {
  const rows = new Map<string, { at: number; placed: (PlacedPoint | undefined)[] }>()
  lines.forEach((points, line) => {
    const seen = new Map<number, number>()
    for (const placed of points) {
      const nth = seen.get(placed.at) ?? 0
      seen.set(placed.at, nth + 1)
      const key = `${placed.at} ${nth}`
      const row = rows.get(key) ?? { at: placed.at, placed: lines.map(() => undefined) }
      row.placed[line] = placed
      rows.set(key, row)
    }
  })
  return [...rows.values()]
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, placed }) => ({
      at,
      points: placed.map((one) => one?.point),
      stretches: placed.map((one) => one?.stretch),
      values: placed.map((one) => (one?.isBound === true ? undefined : one?.value)),
      bounds: placed.map((one) => (one?.isBound === true ? one.value : undefined)),
    }))
}
