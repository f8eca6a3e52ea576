import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionCountdown } from './session-countdown.tsx'

const now = new Date(2026, 4, 1, 15, 0).getTime()
const minute = 60_000

beforeEach(() => vi.useFakeTimers({ now }))
afterEach(() => vi.useRealTimers())

describe('SessionCountdown', () => {
  it.each([
    [42 * minute, 'Session ends in 42 minutes (3:42 PM)'],
    [2 * minute - 1, 'Session ends in 1 minute (3:01 PM)'],
    [minute - 1, 'Session ends in less than a minute (3:00 PM)'],
  ])('REF-09 counts whole minutes: %s', (left, words) => {
    render(<SessionCountdown endsAt={now + left} />)
    expect(screen.getByText(words)).toBeVisible()
  })

  it('REF-09 counts on as time goes by, without being announced', () => {
    render(<SessionCountdown endsAt={now + 42 * minute} />)
    act(() => void vi.advanceTimersByTime(10 * minute))
    expect(screen.getByText(/32 minutes/)).toBeVisible()
    expect(screen.queryByRole('status')).not.toBeInTheDocument()
  })

  it('says nothing while no end is known', () => {
    const { container } = render(<SessionCountdown endsAt={undefined} />)
    expect(container).toBeEmptyDOMElement()
  })
})
