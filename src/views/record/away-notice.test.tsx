import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { aPatient } from '../test-observations.ts'
import { AwayNotice } from './away-notice.tsx'

describe('AwayNotice', () => {
  it('CTX-09 says whose record this is, until it is dismissed', async () => {
    const onDismiss = vi.fn<() => void>()
    const state = { kind: 'loaded', patient: aPatient() } as const
    render(<AwayNotice isShown state={state} onDismiss={onDismiss} />)
    const notice = screen.getByRole('status')
    expect(notice).toHaveTextContent('You have been away for a while')
    expect(notice).toHaveTextContent('This is the record of Ada Example, born Feb 29, 1980.')
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(onDismiss).toHaveBeenCalledOnce()
  })

  it('CTX-09 sends to the chart where the app does not know whose record it is', () => {
    const state = { kind: 'not-granted' } as const
    render(<AwayNotice isShown state={state} onDismiss={() => {}} />)
    expect(screen.getByRole('status')).toHaveTextContent('Make sure in the chart')
  })

  it('is silent otherwise', () => {
    render(<AwayNotice isShown={false} state={{ kind: 'loading' }} onDismiss={() => {}} />)
    expect(screen.getByRole('status')).toBeEmptyDOMElement()
  })
})
