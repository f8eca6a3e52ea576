import type { Key } from '../language/catalogue.ts'
import { formatDecimalText } from '../language/decimal-mark.ts'
import { key, t, tn } from '../language/t.ts'
import { readDecimal } from './decimal.ts'
import type { SampledData } from './observation.ts'

const UNITS: readonly (readonly [Key, number])[] = [
  [key('{n} d|days'), 86_400_000],
  [key('{n} h|hours'), 3_600_000],
  [key('{n} min|minutes'), 60_000],
]

/**
 * A waveform in words (D4): "Waveform: 2,000 samples over 1.998 s, 2 per point in time, 12 without a value". The time
 * is from the first sample to the last. What has no value was an error, out of the limits, or can't be read: to call it
 * "not measured" would say too much.
 */
export function formatSampledData(data: SampledData): string {
  const { sampleCount, valueCount, dimensions, periodMs } = data
  if (sampleCount === 0) return t('Waveform: no samples')
  const points = Math.ceil(sampleCount / dimensions)
  const duration = formatDuration((points - 1) * periodMs)
  const missing = sampleCount - valueCount
  const pieces = [
    points === 1
      ? tn(sampleCount, '{n} sample', '{n} samples')
      : tn(sampleCount, '{n} sample over {duration}', '{n} samples over {duration}', { duration }),
    dimensions === 1 ? '' : tn(dimensions, '{n} per point in time', '{n} per point in time'),
    sampleCount % dimensions === 0 ? '' : t('data incomplete'),
    missing === 0
      ? ''
      : valueCount === 0
        ? t('none with a value')
        : tn(missing, '{n} without a value', '{n} without a value'),
  ]
  const details = pieces.filter((piece) => piece !== '').join(', ')
  return t('Waveform: {details}', { details })
}

/** Milliseconds as "6 d 23 h 55 min", "1.19 s" or "190 ms"; "about" when digits too small to matter are left out. */
export function formatDuration(ms: number): string {
  const rounded = ms < 1000 ? Number(ms.toPrecision(3)) : Math.round(ms)
  const duration = rounded < 1000 ? formatShort(rounded) : formatLong(rounded)
  return Math.abs(rounded - ms) > ms * 1e-12 ? t('about {duration}', { duration }) : duration
}

function formatShort(ms: number): string {
  return t('{number} ms|milliseconds', { number: formatDecimalText(readDecimal(ms)?.text ?? '') })
}

function formatLong(ms: number): string {
  const parts: string[] = []
  let rest = ms
  for (const [unit, size] of UNITS) {
    if (rest >= size) parts.push(t(unit, { n: Math.floor(rest / size) }))
    rest %= size
  }
  if (rest > 0)
    parts.push(t('{number} s|seconds', { number: formatDecimalText(String(rest / 1000)) }))
  return parts.join(' ')
}
