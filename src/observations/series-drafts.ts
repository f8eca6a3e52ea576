import { analyteOf } from './analytes.ts'
import { toDigits } from './decimal.ts'
import type { Quantity } from './observation.ts'
import type { SeriesPoint } from './series.ts'
import { ConvertedPoint } from './series-point.ts'
import type { PointRange } from './series-range.ts'
import type { TrendPart } from './trend-parts.ts'
import { formatQuantity } from './words.ts'

/** A point, with the range it is read against, and its number as sent. */
type DraftPoint = {
  readonly point: SeriesPoint
  readonly range: PointRange | undefined
  readonly quantity: Quantity
}

/** A line while it is being filled. */
export type Draft = {
  /** What must be the same for two results to share a line, units apart: the test, and how it was done (D5). */
  readonly testKey: string
  readonly unitKey: string
  readonly ucum: string | undefined
  readonly gramsPerMole: number | undefined
  readonly name: string
  /** The method and the specimen, in words; empty where neither tells results apart. */
  readonly how: string
  unit: string | undefined
  readonly points: DraftPoint[]
}

type Convert = (
  value: number,
  from: string,
  to: string,
  gramsPerMole?: number,
) => number | undefined

/** Begins a line for results such as this. */
export function beginDraft(
  { codeId, codings, name }: Pick<TrendPart, 'codeId' | 'codings' | 'name'>,
  how: string,
  unit: Pick<Draft, 'unitKey' | 'ucum' | 'unit'>,
): Draft {
  const gramsPerMole = analyteOf(codings)?.molarMass?.gramsPerMole
  return { testKey: `${codeId} ${how}`, gramsPerMole, name, how, points: [], ...unit }
}

/**
 * Joins lines of the same test whose units convert exactly, into the unit of the newest point (D4); without `convert`
 * none are. Every point keeps its words as sent, and says what it was drawn as.
 */
export function joinUnits(drafts: readonly Draft[], convert: Convert | undefined): Draft[] {
  if (convert === undefined) return [...drafts]
  const joined: Draft[] = []
  for (const draft of drafts.toSorted((a, b) => newestOf(b) - newestOf(a))) {
    const isTaken = joined.some((line) => takeIn(line, draft, convert))
    if (!isTaken) joined.push({ ...draft, points: [...draft.points] })
  }
  return joined
}

/** Whether two lines are of the same test in two units of UCUM, so that a converter may join them. */
export function mayJoin(a: Draft, b: Draft): boolean {
  return a.testKey === b.testKey && a.ucum !== undefined && b.ucum !== undefined && a !== b
}

function takeIn(line: Draft, other: Draft, convert: Convert): boolean {
  const { ucum: to, gramsPerMole } = line
  const { ucum: from } = other
  if (!mayJoin(line, other) || from === undefined || to === undefined) return false
  const into = (value: number) => convert(value, from, to, gramsPerMole)
  const points = other.points.map((point) => convertPoint(point, into, line.unit ?? to))
  if (points.some((point) => point === undefined)) return false
  // One by one: as arguments of a single call so many would overflow the stack.
  for (const point of points) if (point !== undefined) line.points.push(point)
  return true
}

function convertPoint(
  { point, range, quantity }: DraftPoint,
  into: (value: number) => number | undefined,
  unit: string,
): DraftPoint | undefined {
  const value = into(point.value)
  if (value === undefined) return undefined
  const drawnAs = () => {
    const text = toDigits(value, digitsOf(quantity))
    return formatQuantity({ ...quantity, amount: { text, number: value }, unit })
  }
  const toLimit = (limit: number | undefined) => (limit === undefined ? undefined : into(limit))
  return {
    point: value === point.value ? point : new ConvertedPoint(point, value, drawnAs),
    range: range && {
      ...range,
      low: toLimit(range.low),
      high: toLimit(range.high),
      isConverted: range.isConverted || value !== point.value,
    },
    quantity,
  }
}

/** As many significant digits as were sent, three at least and twelve at most: more would claim too much. */
function digitsOf({ amount }: Quantity): number {
  const { length } = amount.text.replace(/[eE].*$/, '').replace(/^-?[0.]*|\./g, '')
  return Math.min(12, Math.max(3, length))
}

const newestOf = ({ points }: Draft) =>
  points.reduce((newest, { point }) => Math.max(newest, point.at), -Infinity)
