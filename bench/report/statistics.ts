import { spreadOf, type Spread } from '../measure/spread.ts'

/** What a list of figures comes to. */
export type Summary = Spread & { readonly all: readonly number[] }

/** Sums figures of several passes up, each to a tenth. */
export function summarize(values: readonly number[]): Summary {
  const all = values.map((value) => Math.round(value * 10) / 10)
  return { ...spreadOf(all), all }
}

/** The one median by the other. */
export const ratioOf = (one: Spread, other: Spread): number => one.median / other.median

/** How far the median is above the least: beyond a quarter, the machine was doing something else. */
export const unrest = ({ median: middle, least }: Summary): number => middle / least
