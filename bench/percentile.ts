/** The value that a share of all lies below: by a half, the median; 0 of none. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0

/** The value in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5)
