import { key, t, tn } from '../language/t.ts'
import { formatTick } from './format-tick.ts'
import type { MissingCounts, WaveSample } from './wave-samples.ts'

const MISSING = {
  error: key('error|a sample'),
  below: key('below the limit of detection'),
  above: key('above the limit of detection'),
  unreadable: key('can’t be read'),
} as const

/** A sample in words: its value with its unit, or why it has none. */
export function formatSample(sample: WaveSample, unit: string | undefined): string {
  if (sample.kind !== 'value') return t(MISSING[sample.kind])
  return unit === undefined ? formatTick(sample.value) : `${formatTick(sample.value)} ${unit}`
}

/** How many samples have no value, by why; undefined when all have one. */
export function formatMissing(missing: MissingCounts): string | undefined {
  const { error, below, above, unreadable } = missing
  const parts = [
    error > 0 && tn(error, '{n} error', '{n} errors'),
    below > 0 &&
      tn(
        below,
        '{n} sample below the limit of detection',
        '{n} samples below the limit of detection',
      ),
    above > 0 &&
      tn(
        above,
        '{n} sample above the limit of detection',
        '{n} samples above the limit of detection',
      ),
    unreadable > 0 &&
      tn(unreadable, '{n} sample that can’t be read', '{n} samples that can’t be read'),
  ].filter((part) => part !== false)
  return parts.length === 0
    ? undefined
    : t('Not drawn as a value: {samples}', { samples: parts.join(', ') })
}
