/** Runs a task as soon as fewer than the limit are running; first come, first served. */
export type Limiter = <Result>(task: () => Promise<Result>) => Promise<Result>

/** Gives a limiter that lets at most `limit` tasks run at once. A task that fails gives its place on as well. */
export function createLimiter(limit: number): Limiter {
  let running = 0
  const waiting: (() => void)[] = []
  return async (task) => {
    // Whoever ends hands the place over, so that nobody can slip in between.
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
