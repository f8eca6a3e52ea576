/**
 * The end of the minute that a moment (epoch milliseconds) is in: dates that are judged by it needn't be looked at again
 * with each page that arrives.
 */
export const endOfMinute = (at: number) => Math.ceil(at / 60_000) * 60_000
