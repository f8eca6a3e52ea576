import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { SessionNotice, type SessionWarning } from './session-notice.tsx'

const endsAt = new Date(2026, 4, 1, 15, 42).getTime()

function show(warning: SessionWarning, canSignIn = true) {
  const onSignInAgain = vi.fn<() => void>()
  const onStay = vi.fn<() => void>()
  render(
    <SessionNotice
      warning={warning}
      onSignInAgain={canSignIn ? onSignInAgain : undefined}
      onStay={onStay}
    />,
  )
  return { onSignInAgain, onStay }
}

describe('SessionNotice', () => {
  it('REF-09 says when the session ends, and signs in again in one click', async () => {
    const { onSignInAgain } = show({ kind: 'ending', endsAt })
    const notice = screen.getByRole('status')
    expect(notice).toHaveTextContent('Your session ends at 3:42 PM')
    expect(notice).toHaveTextContent('What you see is covered then')
    await userEvent.click(within(notice).getByRole('button', { name: 'Sign in again' }))
    expect(onSignInAgain).toHaveBeenCalledTimes(1)
  })

  it('says that signing in could not begin, and lets one try again', () => {
    render(
      <SessionNotice
        warning={{ kind: 'ending', endsAt }}
        onSignInAgain={() => {}}
        hasFailed
        onStay={() => {}}
      />,
    )
    expect(screen.getByRole('status')).toHaveTextContent('Signing in could not begin')
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeEnabled()
  })

  it('ERR-06 tells who came from the chart to go back there', () => {
    show({ kind: 'ending', endsAt }, false)
    expect(screen.getByRole('status')).toHaveTextContent('open it again from the patient’s chart')
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('END-06 asks at once whether anybody is there, and stays when somebody is', async () => {
    const { onStay } = show({ kind: 'idle', endsAt })
    const notice = screen.getByRole('alert')
    expect(notice).toHaveTextContent('Are you still there?')
    expect(notice).toHaveTextContent('At 3:42 PM the record is covered')
    await userEvent.click(within(notice).getByRole('button', { name: 'Stay signed in' }))
    expect(onStay).toHaveBeenCalledTimes(1)
  })

  it('REF-10 says that nothing more can be loaded, while what is there stays', () => {
    show({ kind: 'rejected' })
    expect(screen.getByRole('status')).toHaveTextContent('no longer accepts this sign-in')
    expect(screen.getByRole('status')).toHaveTextContent('What you see was loaded before')
  })
})
