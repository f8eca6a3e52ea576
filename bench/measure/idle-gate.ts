import { readFile } from 'node:fs/promises'

const longestWaitMs = 8_000
const windowMs = 250
const wanted = 0.6
let least = 1

/** The least share that was idle at the end of any wait so far. */
export const leastIdle = (): number => least

/**
 * Waits until most of the machine's processors have been idle for a quarter of a second, eight seconds at most. Gives
 * the share that was idle at the end; undefined where the system doesn't say.
 */
export async function waitUntilIdle(): Promise<number | undefined> {
  const end = Date.now() + longestWaitMs
  let before = await readTimes()
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, windowMs))
    const after = await readTimes()
    if (before === undefined || after === undefined) return undefined
    const share = (after.idle - before.idle) / Math.max(1, after.all - before.all)
    if (share >= wanted || Date.now() > end) {
      least = Math.min(least, share)
      return share
    }
    before = after
  }
}

/** Of all processors together, since the machine was started (proc(5), /proc/stat). */
async function readTimes(): Promise<{ idle: number; all: number } | undefined> {
  const text = await readFile('/proc/stat', 'utf8').catch(() => undefined)
  const numbers = text?.split('\n')[0]?.trim().split(/\s+/).slice(1).map(Number)
  if (numbers === undefined) return undefined
  const all = numbers.slice(0, 8).reduce((sum, one) => sum + one, 0)
  return { idle: (numbers[3] ?? 0) + (numbers[4] ?? 0), all }
}
