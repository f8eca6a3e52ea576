import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HomeView } from './home-view.tsx'

const clinic = { id: 'clinic', name: 'Riverside Clinic', isReady: true }
const hospital = { id: 'hospital', name: 'City Hospital', isReady: true }
const unready = { id: 'later', name: 'Hill Hospital', isReady: false }

describe('HomeView', () => {
  it('LAUNCH-07 says what the app is and offers one way in per server', () => {
    render(
      <HomeView
        servers={[clinic, hospital]}
        onSignIn={vi.fn<(id: string) => void>()}
        busyServerId={undefined}
        checkHref="#/check"
      />,
    )
    expect(screen.getByRole('heading', { level: 1, name: 'Chartside' })).toBeVisible()
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual([
      'Sign in to Riverside Clinic',
      'Sign in to City Hospital',
    ])
    expect(screen.getByText(/not a medical device/)).toBeVisible()
  })

  it('signs in to the server whose button is pressed', async () => {
    const onSignIn = vi.fn<(id: string) => void>()
    render(
      <HomeView
        servers={[clinic, hospital]}
        onSignIn={onSignIn}
        busyServerId={undefined}
        checkHref="#/check"
      />,
    )
    await userEvent.click(screen.getByRole('button', { name: 'Sign in to City Hospital' }))
    expect(onSignIn.mock.calls).toEqual([['hospital']])
  })

  it('says which sign-in is opening and starts no second one', () => {
    render(
      <HomeView
        servers={[clinic, hospital]}
        onSignIn={vi.fn<(id: string) => void>()}
        busyServerId="hospital"
        checkHref="#/check"
      />,
    )
    expect(screen.getByRole('status')).toHaveTextContent(
      'Opening the sign-in page of City Hospital…',
    )
    for (const button of screen.getAllByRole('button')) expect(button).toBeDisabled()
  })

  it('offers no button for a server without a client id and says what is to be done', () => {
    render(
      <HomeView
        servers={[unready]}
        onSignIn={vi.fn<(id: string) => void>()}
        busyServerId={undefined}
        checkHref="#/check"
      />,
    )
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(screen.getByRole('note')).toHaveTextContent(
      'Hill Hospital is not set up yet: its client id is to be filled in config.json',
    )
  })

  it('says so when no server is configured', () => {
    render(
      <HomeView
        servers={[]}
        onSignIn={vi.fn<(id: string) => void>()}
        busyServerId={undefined}
        checkHref="#/check"
      />,
    )
    expect(screen.getByText('No hospital is set up yet')).toBeVisible()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it("ISS-06 shows a server's name as text only", () => {
    const name = '<img src=x onerror=alert(1)>'
    render(
      <HomeView
        servers={[{ ...clinic, name }]}
        onSignIn={vi.fn<(id: string) => void>()}
        busyServerId={undefined}
        checkHref="#/check"
      />,
    )
    expect(screen.getByRole('button', { name: `Sign in to ${name}` })).toBeVisible()
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
  })
})
