import { formatNumberOf } from './format-count.ts'
import { formatTick } from './format-tick.ts'
import type { MissingCounts, WaveSample } from './wave-samples.ts'

const MISSING = {
  error: 'error',
  below: 'below the limit of detection',
  above: 'above the limit of detection',
  unreadable: 'can’t be read',
} as const

/** A sample in words: its value with its unit, or why it has none. */
export function formatSample(sample: WaveSample, unit: string | undefined): string {
  if (sample.kind !== 'value') return MISSING[sample.kind]
  return unit === undefined ? formatTick(sample.value) : `${formatTick(sample.value)} ${unit}`
}

/** How many samples have no value, by why; undefined when all have one. */
export function formatMissing(missing: MissingCounts): string | undefined {
  const { error, below, above, unreadable } = missing
  const parts = [
    error > 0 && formatNumberOf(error, 'error'),
    below > 0 && `${formatNumberOf(below, 'sample')} ${MISSING.below}`,
    above > 0 && `${formatNumberOf(above, 'sample')} ${MISSING.above}`,
    unreadable > 0 && `${formatNumberOf(unreadable, 'sample')} that can’t be read`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? undefined : `Not drawn as a value: ${parts.join(', ')}`
}
