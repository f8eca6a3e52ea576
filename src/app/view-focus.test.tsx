import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useRef } from 'react'
import { Link, MemoryRouter, Route, Routes, useLocation } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { PageHeading } from '../ui/page-heading.tsx'
import { SkipToMain, ViewArrived } from './view-focus.tsx'

function Layout() {
  const { pathname } = useLocation()
  const last = useRef<string>(undefined)
  return (
    <>
      <header>
        <SkipToMain />
        <Link to="/other">Stays</Link>
      </header>
      <main key={pathname}>
        <Routes>
          <Route
            path="/one"
            element={
              <>
                <PageHeading>One</PageHeading>
                <Link to="/other">Goes away</Link>
              </>
            }
          />
          <Route path="/other" element={<PageHeading>Other</PageHeading>} />
        </Routes>
        <ViewArrived last={last} />
      </main>
    </>
  )
}

function show() {
  render(
    <MemoryRouter initialEntries={['/one']}>
      <Layout />
    </MemoryRouter>,
  )
  return userEvent.setup()
}

describe('WCAG 2.4.3 the focus', () => {
  it('is left alone by the first view', () => {
    show()
    expect(document.body).toHaveFocus()
  })

  it('goes to the heading where the link that was followed is gone', async () => {
    const user = show()
    await user.click(screen.getByRole('link', { name: 'Goes away' }))
    expect(screen.getByRole('heading', { name: 'Other' })).toHaveFocus()
  })

  it('stays on a link that stays', async () => {
    const user = show()
    await user.click(screen.getByRole('link', { name: 'Stays' }))
    expect(screen.getByRole('heading', { name: 'Other' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Stays' })).toHaveFocus()
  })
})

it('WCAG 2.4.1 the first thing by Tab leads past the head of the page', async () => {
  const user = show()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Skip to the main content' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('heading', { name: 'One' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('link', { name: 'Goes away' })).toHaveFocus()
})
