import { currentSpeech } from '../language/language.ts'

/** A mark on a time axis: the moment (epoch milliseconds) and what is written at it. */
type TimeTick = { readonly at: number; readonly label: string }

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute'
/** How many units there are from one tick to the next, and about how long that is. */
type Step = { readonly unit: Unit; readonly count: number; readonly length: number }

const MINUTE = 60_000
const DAY = 1440 * MINUTE

function stepsOf(unit: Unit, length: number, counts: readonly number[]): Step[] {
  return counts.map((count) => ({ unit, count, length: length * count }))
}

/** From fine to coarse. */
const STEPS: readonly Step[] = [
  ...stepsOf('minute', MINUTE, [1, 2, 5, 15, 30]),
  ...stepsOf('hour', 60 * MINUTE, [1, 3, 6, 12]),
  ...stepsOf('day', DAY, [1, 2, 4, 7, 14]),
  ...stepsOf('month', 30 * DAY, [1, 3, 6]),
  ...stepsOf('year', 365 * DAY, [1, 2, 5, 10, 20, 50, 100, 200, 500]),
]
/** For a span of centuries, which only a mistyped date makes. */
const COARSEST: Step = { unit: 'year', count: 1000, length: 365_000 * DAY }

const year = { year: 'numeric' } as const
const day = { month: 'short', day: 'numeric' } as const
const time = { hour: 'numeric', minute: '2-digit' } as const
/** How a tick is written, and how when it is the first of its year or day. */
const FORMATS = {
  year: [year, year],
  month: [
    { month: 'short', ...year },
    { month: 'short', ...year },
  ],
  day: [day, { ...day, ...year }],
  hour: [time, { ...day, ...time }],
  minute: [time, { ...day, ...time }],
} as const

/** The moment `index` steps after the start of the unit that `from` is in, by the calendar of the viewer's zone. */
function startOf(from: Date, { unit, count }: Step, index: number): number {
  const steps = index * count
  const start = new Date(from)
  if (unit === 'minute') start.setMinutes(steps, 0, 0)
  else start.setHours(unit === 'hour' ? steps : 0, 0, 0, 0)
  if (unit === 'day') start.setDate(from.getDate() + steps)
  if (unit === 'month') start.setMonth(Math.floor(from.getMonth() / count) * count + steps, 1)
  if (unit === 'year') {
    start.setFullYear(Math.floor(from.getFullYear() / count) * count + steps, 0, 1)
  }
  return start.getTime()
}

function labelOf(at: number, unit: Unit, previous: number | undefined): string {
  const date = new Date(at)
  const before = previous === undefined ? undefined : new Date(previous)
  const isFirst =
    unit === 'day'
      ? before?.getFullYear() !== date.getFullYear()
      : before?.toDateString() !== date.toDateString()
  return new Intl.DateTimeFormat(currentSpeech().locale, FORMATS[unit][isFirst ? 1 : 0]).format(
    date,
  )
}

/**
 * Marks between two moments (epoch milliseconds, `from` before `to`), at most `most` of them, at the starts of years,
 * months, days, hours or minutes in the viewer's own zone. The first of them names its year or day, and so does each
 * that begins a new one. None when the span isn't finite.
 */
export function timeTicks(from: number, to: number, most = 6): readonly TimeTick[] {
  const step = STEPS.find(({ length }) => (to - from) / length <= most) ?? COARSEST
  const ticks: TimeTick[] = []
  const first = new Date(from)
  for (let index = 0; ticks.length < most; index += 1) {
    const at = startOf(first, step, index)
    const previous = ticks.at(-1)?.at
    // A moment that isn't a number is no earlier than any other, so it ends the loop as well.
    if (!(at <= to)) break
    // An hour that the clocks skip in spring comes out as the next one, a second time.
    if (at >= from && at !== previous) ticks.push({ at, label: labelOf(at, step.unit, previous) })
  }
  return ticks
}
