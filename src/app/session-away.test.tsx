import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useAway } from './session-away.ts'

function turn(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
}

function goAwayFor(minutes: number): void {
  turn(true)
  vi.advanceTimersByTime(minutes * 60_000)
  turn(false)
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('useAway', () => {
  it('CTX-09 notices that the page comes back after ten minutes', () => {
    const { result } = renderHook(useAway)
    goAwayFor(10)
    expect(result.current.wasAway).toBe(true)
    act(() => result.current.dismiss())
    expect(result.current.wasAway).toBe(false)
  })

  it('CTX-09 counts each time out of sight by itself', () => {
    const { result } = renderHook(useAway)
    goAwayFor(9)
    vi.advanceTimersByTime(5 * 60_000)
    goAwayFor(9)
    expect(result.current.wasAway).toBe(false)
  })

  it('CTX-09 counts the sleep of the machine, during which timers stand still', () => {
    const { result } = renderHook(useAway)
    turn(true)
    vi.setSystemTime(Date.now() + 11 * 60_000)
    turn(false)
    expect(result.current.wasAway).toBe(true)
  })

  it('CTX-09 counts also for a page that was opened out of sight', () => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const { result } = renderHook(useAway)
    vi.advanceTimersByTime(10 * 60_000)
    turn(false)
    expect(result.current.wasAway).toBe(true)
  })
})
