import { readDecimal } from './decimal.ts'
import type { SampledData } from './observation.ts'

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
] as const

/**
 * A waveform in words (D4): "Waveform: 2,000 samples over 1.998 s, 2 per point in time, 12 without a value". The time
 * is from the first sample to the last. What has no value was an error, out of the limits, or can't be read: to call it
 * "not measured" would say too much.
 */
export function formatSampledData(data: SampledData): string {
  const { sampleCount, valueCount, dimensions, periodMs } = data
  if (sampleCount === 0) return 'Waveform: no samples'
  const points = Math.ceil(sampleCount / dimensions)
  const samples = `${formatCount(sampleCount)} ${sampleCount === 1 ? 'sample' : 'samples'}`
  const missing = sampleCount - valueCount
  const pieces = [
    points === 1 ? samples : `${samples} over ${formatDuration((points - 1) * periodMs)}`,
    dimensions === 1 ? '' : `${formatCount(dimensions)} per point in time`,
    sampleCount % dimensions === 0 ? '' : 'data incomplete',
    missing === 0
      ? ''
      : valueCount === 0
        ? 'none with a value'
        : `${formatCount(missing)} without a value`,
  ]
  return `Waveform: ${pieces.filter((piece) => piece !== '').join(', ')}`
}

/** Milliseconds as "6 d 23 h 55 min", "1.19 s" or "190 ms"; "about" when digits too small to matter are left out. */
export function formatDuration(ms: number): string {
  const rounded = ms < 1000 ? Number(ms.toPrecision(3)) : Math.round(ms)
  const about = Math.abs(rounded - ms) > ms * 1e-12 ? 'about ' : ''
  if (rounded < 1000) return `${about}${readDecimal(rounded)?.text ?? ''} ms`
  const parts: string[] = []
  let rest = rounded
  for (const [unit, size] of UNITS) {
    if (rest >= size) parts.push(`${formatCount(Math.floor(rest / size))} ${unit}`)
    rest %= size
  }
  if (rest > 0) parts.push(`${rest / 1000} s`)
  return about + parts.join(' ')
}

/** With separators of thousands, in English like the words around it, whatever the reader's language. */
function formatCount(count: number): string {
  return count.toLocaleString('en')
}
