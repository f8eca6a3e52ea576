import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLimiter } from './limiter.ts'

describe('createLimiter', () => {
  it('starts at once while there is room, and gives what the task gives', async () => {
    const limit = createLimiter(1)
    let hasStarted = false
    const result = limit(() => {
      hasStarted = true
      return Promise.resolve(0)
    })
    expect(hasStarted).toBe(true)
    expect(await result).toBe(0)
  })

  it('never runs more than the limit, runs every task, in order, also after failures', async () => {
    const tasks = fc.array(fc.record({ ticks: fc.nat(5), hasFailure: fc.boolean() }))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), tasks, async (most, list) => {
        const limit = createLimiter(most)
        const started: number[] = []
        let running = 0
        const runs = list.map(({ ticks, hasFailure }, index) =>
          limit(async () => {
            started.push(index)
            running += 1
            expect(running).toBeLessThanOrEqual(most)
            for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve()
            running -= 1
            if (hasFailure) throw new Error('failed')
            return index
          }),
        )
        const ends = await Promise.allSettled(runs)
        expect(started).toEqual(list.map((_, index) => index))
        expect(ends.map(({ status }) => status === 'rejected')).toEqual(
          list.map(({ hasFailure }) => hasFailure),
        )
      }),
    )
  })
})
