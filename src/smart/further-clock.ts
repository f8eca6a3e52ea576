/**
 * The time, epoch milliseconds, by the clock and by the time gone since it was made, whichever is further (REF-09):
 * a clock that is set back lengthens no session, and neither does a machine that slept, whose timers stood still.
 */
export type Clock = () => number

/** Makes a clock that begins now. */
export function createFurtherClock(): Clock {
  const [wall, monotonic] = [Date.now(), performance.now()]
  return () => Math.max(Date.now(), wall + performance.now() - monotonic)
}
