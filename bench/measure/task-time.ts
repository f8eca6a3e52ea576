import type { CDPSession } from '@playwright/test'

/** How long the page's main thread has been at work, in milliseconds. */
async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Milliseconds of the page's main thread for each of so many steps. */
export async function taskTimePerStep(
  session: CDPSession,
  steps: number,
  step: (index: number) => Promise<void>,
): Promise<number> {
  await session.send('Performance.enable')
  const before = await taskTime(session)
  for (let index = 0; index < steps; index += 1) await step(index)
  const spent = (await taskTime(session)) - before
  await session.send('Performance.disable')
  return spent / steps
}
