import { t, tn } from '../language/t.ts'
import { effectivePoint, IN_FUTURE } from './effective.ts'
import { startOf } from '../fhir/fhir-date.ts'
import type { Observation } from './observation.ts'
import type { LoadedIds } from './panel.ts'
import { formatComparison, type RangeComparison } from './range-comparison.ts'
import type { Series } from './series.ts'
import { formatEffective, formatFlags, formatRanges, formatStatus, formatValue } from './words.ts'

/** What a sentence may say beside the Observation itself. */
export type SentenceOptions = {
  /** The ids of what is loaded, where it is known: a panel then says how many of its members were not received. */
  readonly loadedIds?: LoadedIds | undefined
  /** The app's own comparison with the range; said, and said to be that, only where it found something. */
  readonly comparison?: RangeComparison | undefined
  readonly locale?: string | undefined
}

/**
 * Says a result in one sentence, as a screen reader speaks it: name, value, flags, when, range, and its status unless
 * final: "Hemoglobin A1c: 6.1 %, High, on May 1, 2024; range 4.0 to 5.6 %." Nothing is said that the resource doesn't
 * say, but for the comparison, which names whose it is (D4, D6, D7).
 */
export function formatResultSentence(
  observation: Observation,
  options: SentenceOptions = {},
): string {
  const { comparison, loadedIds, locale } = options
  const flags = formatFlags(observation)
  const range = formatRanges(observation)
  const ours = comparison === undefined ? '' : formatComparison(comparison)
  const parts = [
    `${observation.name}: ${formatValue(observation, loadedIds)}`,
    flags,
    ours,
    whenOf(observation, locale),
  ]
  const more = [
    range === '' ? '' : t('range {range}', { range }),
    observation.status === 'final' ? '' : formatStatus(observation.status),
    observation.focus === undefined ? '' : t('about {focus}', { focus: observation.focus }),
  ]
  return `${toSpoken([parts.filter(isSaid).join(', '), ...more.filter(isSaid)].join('; '))}.`
}

/** Of results at the same latest moment, at most this many are said one by one. */
const MOST_LATEST = 5

/**
 * Says a trend in one sentence: how many results, the latest of them with its value, when and how it lies to its range,
 * how many are not drawn and how many of those are newer: "7 results drawn, the latest 6.1 % on March 3, 2026, High, range
 * 4.0 to 5.6 %." Of several at the same latest moment all are said, or how many more there are (D6). Where only a part of
 * them is in sight, `isPart`, they "can be drawn".
 */
export function formatSeriesSentence(
  series: Series,
  { locale, isPart = false }: Pick<SentenceOptions, 'locale'> & { readonly isPart?: boolean } = {},
): string {
  const excluded = new Map(series.excluded.map((one) => [one.observationId, one.reason]))
  const drawn = drawnOf(series)
  for (const { id } of drawn) excluded.delete(id)
  const count = isPart
    ? tn(drawn.length, '{n} result can be drawn', '{n} results can be drawn')
    : tn(drawn.length, '{n} result drawn', '{n} results drawn')
  const { newest, latest } = latestOf(drawn)
  const inFuture = t(IN_FUTURE)
  const newer =
    excluded.size === 0
      ? []
      : series.observations.filter(
          (one) => (excluded.get(one.id) ?? inFuture) !== inFuture && timeOf(one) > newest,
        )
  const rest = [
    ...(excluded.size === 0 ? [] : [tn(excluded.size, '{n} more not drawn', '{n} more not drawn')]),
    ...(newer.length === 0 ? [] : [tn(newer.length, '{n} of them newer', '{n} of them newer')]),
  ].join(', ')
  const told = latest.slice(0, MOST_LATEST).map((one) => formatLatest(one, series, locale))
  const untold = latest.length - told.length
  const rests = untold > 0 ? [tn(untold, '{n} more at that moment', '{n} more at that moment')] : []
  const all = [...told, ...rests]
  // Each of them has commas of its own.
  const words =
    all.length === 0
      ? ''
      : all.reduce((first, second) => t('{first} and {second}', { first, second }))
  const isOne = drawn.length === 1
  const drawnWords =
    words === ''
      ? count
      : isOne
        ? `${count}, ${words}`
        : t('{count}, the latest {results}', { count, results: words })
  return `${toSpoken(drawnWords)}${rest === '' ? '' : `; ${rest}`}.`
}

/** The Observations of which something is drawn: all of them where nothing was left out. */
function drawnOf({ lines, excluded, observations }: Series): readonly Observation[] {
  if (excluded.length === 0) return observations
  const drawn = new Set<string>()
  for (const { points } of lines) for (const { observationId } of points) drawn.add(observationId)
  return observations.filter(({ id }) => drawn.has(id))
}

/** The newest moment of these, -Infinity where there is none, and all that are of it. */
function latestOf(observations: readonly Observation[]) {
  let newest = -Infinity
  let latest: Observation[] = []
  for (const one of observations) {
    const time = timeOf(one)
    if (time > newest) {
      newest = time
      latest = []
    }
    if (time === newest) latest.push(one)
  }
  return { newest, latest }
}

function formatLatest(
  observation: Observation,
  { lines }: Series,
  locale: string | undefined,
): string {
  const range = formatRanges(observation)
  const flags = lines.flatMap(({ name, points }) =>
    points
      .filter(({ observationId }) => observationId === observation.id)
      .map(({ flagText }) => flagText)
      .filter(isSaid)
      .map((flag) => (lines.length === 1 ? flag : `${name}: ${flag}`)),
  )
  const when = `${formatValue(observation)} ${whenOf(observation, locale)}`
  return [when, ...flags, ...(range === '' ? [] : [t('range {range}', { range })])].join(', ')
}

function whenOf({ effective }: Observation, locale: string | undefined): string {
  const words = formatEffective(effective, locale)
  if (effective.kind !== 'at') return words
  // Where only a month or a year is known, it isn't "on" it.
  const { date } = effective
  return date.kind === 'calendar' && date.precision !== 'day'
    ? t('in {month}', { month: words })
    : t('on {date}', { date: words })
}

function timeOf({ effective }: Observation): number {
  const date = effectivePoint(effective)
  return date === undefined ? -Infinity : startOf(date)
}

const isSaid = (words: string) => words !== ''

/** Signs in words: voices pass over them, and "<5" must not be heard as 5 (D4). */
function toSpoken(words: string): string {
  return words
    .replace(/(?<=\d)\u2013(?=[\d<>\u2264\u2265])/g, () => ` ${t('to|between two numbers')} `)
    .replace(/(?:<=|\u2264)\s?(?=[-.]?\d)/g, () => `${t('at most|before a number')} `)
    .replace(/(?:>=|\u2265)\s?(?=[-.]?\d)/g, () => `${t('at least|before a number')} `)
    .replace(/<\s?(?=[-.]?\d)/g, () => `${t('less than|before a number')} `)
    .replace(/>\s?(?=[-.]?\d)/g, () => `${t('more than|before a number')} `)
}
