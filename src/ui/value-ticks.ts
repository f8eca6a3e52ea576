const STEPS = [1, 2, 2.5, 5, 10]

/** How many decimal places a step of an axis needs, so that sums of it can be rounded back: 0.1 + 0.2 is 0.3. */
function placesOf(step: number): number {
  return Math.max(0, 1 - Math.floor(Math.log10(step)))
}

/**
 * Gives round numbers in even steps that reach from at or below the smallest to at or above the largest of `values`;
 * about `most` of them. The first and the last are the ends of a value axis. It doesn't begin at 0 unless the values do.
 */
export function valueTicks(values: readonly number[], most = 6): readonly number[] {
  const smallest = values.reduce((least, value) => Math.min(least, value), Infinity)
  const largest = values.reduce((greatest, value) => Math.max(greatest, value), -Infinity)
  if (!Number.isFinite(smallest) || !Number.isFinite(largest)) return [0, 1]
  const isLone = smallest === largest
  const margin = isLone ? Math.abs(smallest) / 10 || 0.5 : 0
  // No finer than a number can tell apart; nor does the axis end in nothing when values are absurdly far apart.
  const span = Math.max(largest - smallest + 2 * margin, Math.abs(largest) * 1e-12, 1e-12)
  if (!Number.isFinite(span)) return [smallest, largest]
  const power = 10 ** Math.floor(Math.log10(span / (most - 1)))
  const step = (STEPS.find((one) => one * power * (most - 1) >= span) ?? 10) * power
  const first = Math.floor((smallest - margin) / step)
  const last = Math.ceil((largest + margin) / step)
  const places = Math.min(placesOf(step), 100)
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(places)),
  )
}
