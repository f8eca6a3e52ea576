import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ProblemView } from './problem-view.tsx'

const problem = {
  title: 'The sign-in was refused',
  explanation: 'The hospital did not let this app in.',
  whatToDo: 'Close the app and open it again from the chart.',
}

describe('ProblemView', () => {
  it('ERR-06 says what happened and what to do, and moves the focus to it', () => {
    render(<ProblemView problem={problem} homeHref="#/" />)
    expect(screen.getByRole('heading', { level: 1, name: problem.title })).toHaveFocus()
    expect(screen.getByText(problem.explanation)).toBeVisible()
    expect(screen.getByText(problem.whatToDo)).toBeVisible()
    expect(screen.getByRole('link')).toHaveAttribute('href', '#/')
  })

  it('has no details to open when there are none', () => {
    render(<ProblemView problem={problem} homeHref="#/" />)
    expect(screen.queryByText('Details for support')).not.toBeInTheDocument()
  })

  it('REF-09 signs in again in one click, where that is possible', async () => {
    const onBegin = vi.fn<() => void>()
    const again = { onBegin, isBusy: false }
    const { rerender } = render(<ProblemView problem={problem} homeHref="#/" again={again} />)
    expect(screen.getByText(/come back to the page you were on/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Sign in again' }))
    expect(onBegin).toHaveBeenCalledTimes(1)
    rerender(<ProblemView problem={problem} homeHref="#/" again={{ onBegin, isBusy: true }} />)
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDisabled()
  })

  it('EMB-04 URL-06 opens in a new window what a frame keeps from working', () => {
    render(<ProblemView problem={problem} homeHref="#/" newWindowHref="https://app.example/" />)
    const link = screen.getByRole('link', { name: 'Open in a new window' })
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    expect(link).toHaveAttribute('target', '_blank')
  })

  it('ERR-01 keeps details closed, and shows markup in them as text', async () => {
    const value = '<b>Call 555-0100</b> <script>alert(1)</script>'
    render(
      <ProblemView
        problem={{ ...problem, details: [{ label: 'Server says', value }] }}
        homeHref="#/"
      />,
    )
    expect(screen.getByText(value)).not.toBeVisible()
    await userEvent.click(screen.getByText('Details for support'))
    expect(screen.getByText(value)).toBeVisible()
  })
})
