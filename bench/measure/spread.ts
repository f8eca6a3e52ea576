import { median } from '../percentile.ts'

/** Some measurements of the same thing: the one in the middle, and the least. */
export type Spread = { readonly median: number; readonly least: number }

/** 0 of none. */
export const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  least: values.length === 0 ? 0 : Math.min(...values),
})
