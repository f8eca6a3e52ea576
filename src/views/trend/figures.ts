import { t } from '../../language/t.ts'
import type { RangeBand, Series, SeriesLine, SeriesPoint } from '../../observations/series.ts'
import { formatRange, formatReckoned, formatUnit } from '../../observations/words.ts'
import type { TimeSpan } from '../../ui/chart-drawing.ts'
import type { ChartLine } from '../../ui/chart-rows.ts'

/** What shares one axis: lines of the same unit. */
type Figure = {
  readonly key: string
  readonly title: string
  readonly unit: string | undefined
  readonly lines: readonly ChartLine[]
}

/** A point with the line it belongs to, as the table shows it. */
export type PointRow = {
  readonly key: string
  readonly lineName: string
  readonly point: SeriesPoint
}

/** The latest range in words, in the unit of the line: as sent where it was sent in that. */
function bandWords({ range, isConverted, low, high }: RangeBand, unit: string | undefined): string {
  if (!isConverted) return formatRange(range)
  const format = (limit: number) =>
    formatReckoned(limit, 4) + (unit === undefined ? '' : ` ${formatUnit(unit)}`)
  if (low === undefined)
    return high === undefined ? '' : t('up to {high}, converted', { high: format(high) })
  return high === undefined
    ? t('from {low}, converted', { low: format(low) })
    : t('from {low} up to {high}, converted', { low: formatReckoned(low, 4), high: format(high) })
}

function toBands({ bands, points, unit }: SeriesLine, span: TimeSpan): ChartLine['bands'] {
  const latest = bands.at(-1)
  if (latest === undefined) return undefined
  const isAll = latest.from === points[0]?.at && latest.until === points.at(-1)?.at
  const reachesEdges = isAll && span.from >= latest.from && span.to <= latest.until
  // One for all of the line is drawn from edge to edge; one at a single moment has nothing to shade.
  const areas = reachesEdges
    ? [{ low: latest.low, high: latest.high }]
    : bands
        .filter(({ from, until }) => until > from)
        .map(({ low, high, from, until }) => ({ low, high, from, until }))
  if (areas.length === 0) return undefined
  const words = { range: bandWords(latest, unit) }
  const text = isAll
    ? t("the laboratory's range, {range}", words)
    : t("the laboratory's range at the time, latest {range}", words)
  return { text, areas }
}

function toChartLine(line: SeriesLine, span: TimeSpan): ChartLine {
  return {
    key: line.key,
    name: line.name,
    bands: toBands(line, span),
    points: within(line.points, span),
  }
}

/** The points within a stretch of time; all of them as they are where it holds them all. */
function within(points: readonly SeriesPoint[], { from, to }: TimeSpan): readonly SeriesPoint[] {
  const isWhole = (points[0]?.at ?? from) >= from && (points.at(-1)?.at ?? to) <= to
  return isWhole ? points : points.filter(({ at }) => at >= from && at <= to)
}

/** The UCUM code of a line's unit; undefined when the sender gave none. */
function ucumOf({ unitKey }: SeriesLine): string | undefined {
  return unitKey.startsWith('ucum ') ? unitKey.slice('ucum '.length) : undefined
}

/** Names a unit by its code, where another unit of the series is called the same; undefined where the words will do. */
function codeWords(line: SeriesLine, { lines }: Series): string | undefined {
  if (line.unit === undefined) return undefined
  const hasTwin = lines.some(({ unit, unitKey }) => unit === line.unit && unitKey !== line.unitKey)
  if (!hasTwin) return undefined
  const ucum = ucumOf(line)
  return ucum === undefined ? t('no unit code') : t('unit code {code}', { code: ucum })
}

function unitWords(line: SeriesLine, series: Series): string | undefined {
  if (line.unit === undefined) return undefined
  const code = codeWords(line, series)
  return formatUnit(line.unit) + (code === undefined ? '' : ` (${code})`)
}

/**
 * Gives the figures of a series: lines of the same unit share one, different units never do, even when they are called
 * the same, and neither do lines without a unit, as nothing says that theirs is the same (D4). Lines without points are
 * left out, and figures without any within `span`.
 */
export function toFigures(series: Series, span: TimeSpan): Figure[] {
  const byUnit = new Map<string, SeriesLine[]>()
  for (const line of series.lines) {
    if (line.points.length === 0) continue
    const key = line.unit === undefined ? `line ${line.key}` : `unit ${line.unitKey}`
    byUnit.set(key, [...(byUnit.get(key) ?? []), line])
  }
  const figures = [...byUnit].map(([key, lines]) => {
    const [first] = lines
    const names = lines
      .map(({ name }) => name)
      .reduce((first, second) => t('{first} and {second}', { first, second }))
    return {
      key: `${series.id} ${key}`,
      title: byUnit.size === 1 ? series.name : names,
      unit: first && unitWords(first, series),
      lines: lines.map((line) => toChartLine(line, span)),
    }
  })
  return figures.filter(({ lines }) => lines.some(({ points }) => points.length > 0))
}

/**
 * Gives every point of a series, newest first; at the same moment in the order of the lines. Lines whose units are
 * called the same though they differ have the code in their name.
 */
export function toPointRows(series: Series): PointRow[] {
  return series.lines
    .flatMap((line) => {
      const code = codeWords(line, series)
      return line.points.map((point, index) => ({
        // Two components of one Observation may be two points of a line; they stand beside one another.
        key: `${line.key} ${point.observationId} ${line.points[index - 1]?.observationId === point.observationId ? index : ''}`,
        lineName: code === undefined ? line.name : `${line.name} (${code})`,
        point,
      }))
    })
    .toSorted((a, b) => b.point.at - a.point.at)
}
