import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { well, type Finding } from '../smart/check/finding.ts'
import { useChecks, type Check } from './use-checks.ts'

/** Checks that end when they are told to, and note which have begun. */
function makeChecks(count: number) {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const checks = Array.from({ length: count }, (_, index): Check => {
    const key = `server:${index}`
    return {
      key,
      title: key,
      run: async function* (): AsyncGenerator<Finding, void> {
        begun.push(key)
        await new Promise<void>((end) => ends.push(end))
        yield well('discovery', 'Said.')
      },
    }
  })
  const endFirst = () => act(() => Promise.resolve(ends.shift()?.()))
  return { checks, begun, endFirst }
}

describe('useChecks', () => {
  it('asks four at once, and the next when one is done', async () => {
    const { checks, begun, endFirst } = makeChecks(6)
    const { result } = renderHook(() => useChecks(checks))
    await act(() => Promise.resolve())
    expect(begun).toHaveLength(4)
    await endFirst()
    expect(begun).toHaveLength(5)
    for (const _ of [1, 2, 3, 4, 5]) await endFirst()
    expect(begun).toHaveLength(6)
    expect(result.current.parts.map(({ isDone, findings }) => [isDone, findings])).toEqual(
      checks.map(() => [true, [well('discovery', 'Said.')]]),
    )
  })

  it('begins none any more once nobody looks', async () => {
    const { checks, begun, endFirst } = makeChecks(6)
    const { unmount } = renderHook(() => useChecks(checks))
    await act(() => Promise.resolve())
    unmount()
    for (const _ of [1, 2, 3, 4]) await endFirst()
    expect(begun).toHaveLength(4)
  })
})
