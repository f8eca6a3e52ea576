import { key, t } from '../language/t.ts'
import { formatTick } from './format-tick.ts'
import { valueTicks } from './value-ticks.ts'
import type { WaveFigures } from './wave-samples.ts'

/** A line of the scale and what is written at it. */
export type WaveTick = { readonly at: number; readonly label: string }

/** The paper of an electrocardiogram: large squares of 0.2 s by 0.5 mV, 25 mm a second and 10 mm a millivolt. */
type EcgPaper = {
  readonly squareMs: number
  /** In the unit of the samples. */
  readonly squareValue: number
  /** Pixels of the style sheet, of which an inch of paper has 96. */
  readonly pixelsPerMs: number
  readonly pixelsPerValue: number
}

/** What the heights of all tracks have in common. */
export type ValueScale = {
  readonly ticks: readonly WaveTick[]
  readonly low: number
  readonly high: number
  /** Of one track, in pixels. */
  readonly height: number
  readonly paper: EcgPaper | undefined
}

export type Limits = { readonly lower: number | undefined; readonly upper: number | undefined }

const PIXELS_PER_MM = 96 / 25.4
const MILLIVOLTS: ReadonlyMap<string, number> = new Map([
  ['mV', 1],
  ['uV', 1000],
  // The micro sign and the Greek letter.
  ['µV', 1000],
  ['μV', 1000],
])
/** Slower than twenty samples a second, it shows no heartbeat. */
const SLOWEST_MS = 50
/** Lower or higher than this, in squares, the paper would not help to read it. */
const FEWEST_SQUARES = 0.5
const MOST_SQUARES = 16
const PLAIN_HEIGHT = 200
const PLAIN_HEIGHT_OF_SEVERAL = 120

function paperOf(unit: string | undefined, periodMs: number, span: number): EcgPaper | undefined {
  const perMillivolt = MILLIVOLTS.get(unit ?? '')
  if (perMillivolt === undefined || periodMs > SLOWEST_MS) return undefined
  const squareValue = perMillivolt / 2
  if (span < FEWEST_SQUARES * squareValue || span > MOST_SQUARES * squareValue) return undefined
  return {
    squareMs: 200,
    squareValue,
    pixelsPerMs: (25 * PIXELS_PER_MM) / 1000,
    pixelsPerValue: (10 * PIXELS_PER_MM) / perMillivolt,
  }
}

/** The values the axis reaches over: a limit too far away would flatten the line, and is in the words anyway. */
function reachOf({ lowest, highest }: NonNullable<WaveFigures['values']>, limits: Limits) {
  const span = highest - lowest
  const near = [limits.lower, limits.upper].filter(
    (limit) => limit !== undefined && limit >= lowest - span && limit <= highest + span,
  )
  return [lowest, highest, ...near.filter((limit) => limit !== undefined)]
}

/**
 * Gives the value axis of tracks that are drawn beneath one another: on the squares of ECG paper for what is in mV or
 * uV, often enough, and of a size that they suit; on round numbers otherwise. `unit` is a UCUM code where there is one.
 */
export function valueScale(
  values: NonNullable<WaveFigures['values']>,
  limits: Limits,
  unit: string | undefined,
  periodMs: number,
  trackCount: number,
): ValueScale {
  const reach = reachOf(values, limits)
  const [low, high] = [Math.min(...reach), Math.max(...reach)]
  const paper = paperOf(unit, periodMs, high - low)
  if (paper === undefined) {
    const numbers = valueTicks(reach, 5)
    return {
      ticks: numbers.map((at) => ({ at, label: formatTick(at) })),
      low: numbers[0] ?? low,
      high: numbers.at(-1) ?? high,
      height: trackCount === 1 ? PLAIN_HEIGHT : PLAIN_HEIGHT_OF_SEVERAL,
      paper,
    }
  }
  const square = paper.squareValue
  const [first, last] = [Math.floor(low / square), Math.ceil(high / square)]
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => {
    const at = (first + index) * square
    return { at, label: formatTick(at) }
  })
  const height = (last - first) * square * paper.pixelsPerValue
  return { ticks, low: first * square, high: last * square, height, paper }
}

const UNITS = [
  { name: key('ms|milliseconds'), ms: 1, upTo: 1000 },
  { name: key('s|seconds'), ms: 1000, upTo: 600_000 },
  { name: key('min|minutes'), ms: 60_000, upTo: 7_200_000 },
  { name: key('h|hours'), ms: 3_600_000, upTo: 259_200_000 },
  { name: key('d|days'), ms: 86_400_000, upTo: Infinity },
] as const
/** Room for the label of one moment, in pixels. */
const TICK_ROOM = 72

/** The time axis: one label every `stepMs`, in `unit` of `unitMs` milliseconds. */
export type TimeScale = {
  readonly unit: string
  readonly unitMs: number
  readonly stepMs: number
}

/** Gives the time axis of a waveform of `spanMs` milliseconds that is drawn with so many pixels a millisecond. */
export function timeScale(spanMs: number, pixelsPerMs: number): TimeScale {
  const { name, ms } = UNITS.find(({ upTo }) => spanMs < upTo) ?? UNITS[4]
  const least = TICK_ROOM / pixelsPerMs / ms
  const power = 10 ** Math.floor(Math.log10(least))
  const step = ([1, 2, 5].find((one) => one * power >= least) ?? 10) * power
  return { unit: t(name), unitMs: ms, stepMs: step * ms }
}

/** The marks of the time axis from `fromMs` to `untilMs`. */
export function timeTicks(
  { unitMs, stepMs }: TimeScale,
  fromMs: number,
  untilMs: number,
): readonly WaveTick[] {
  return multiplesOf(stepMs, fromMs, untilMs).map((at) => ({
    at,
    // Sums of a step such as 0.1 have noise in their last digits.
    label: formatTick(Number((at / unitMs).toPrecision(12))),
  }))
}

/** The multiples of a step from `from` to `until`, both included. */
export function multiplesOf(step: number, from: number, until: number): readonly number[] {
  const first = Math.ceil(from / step)
  return Array.from(
    { length: Math.max(0, Math.floor(until / step) - first + 1) },
    (_, index) => (first + index) * step,
  )
}
