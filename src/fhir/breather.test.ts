import { describe, expect, it } from 'vitest'
import { createBreather } from './breather.ts'

describe('createBreather', () => {
  it('lets no task work for long: pieces of any streams together', async () => {
    let clock = 0
    const tasks = [0]
    const breathe = createBreather(
      () => clock,
      () =>
        new Promise((resolve) => {
          setTimeout(() => {
            tasks.push(0)
            resolve()
          })
        }),
    )
    const stream = async () => {
      for (let piece = 0; piece < 200; piece += 1) {
        await breathe()
        clock += 3
        tasks.push((tasks.pop() ?? 0) + 3)
      }
    }
    await Promise.all([stream(), stream(), stream()])
    expect(clock).toBe(1800)
    const [first = NaN, ...others] = tasks
    // Sixteen milliseconds, and the piece that each of three streams was at: they began together.
    expect(first).toBeLessThanOrEqual(16 + 9)
    // Each goes on in a task of its own.
    expect(Math.max(...others)).toBeLessThanOrEqual(16 + 3)
  })

  it('goes on at once while there is time', async () => {
    const breathe = createBreather(
      () => 0,
      () => Promise.reject(new Error('not needed')),
    )
    const pieces = Array.from({ length: 10 }, () => breathe())
    await expect(Promise.all(pieces)).resolves.toHaveLength(10)
  })

  it('goes on in a task of its own, so that others come in between', async () => {
    let clock = 0
    const breathe = createBreather(() => clock)
    await breathe()
    clock += 100
    const order: string[] = []
    setTimeout(() => order.push('another task'))
    await new Promise((later) => setTimeout(later, 1))
    await breathe().then(() => order.push('goes on'))
    expect(order).toEqual(['another task', 'goes on'])
  })
})
