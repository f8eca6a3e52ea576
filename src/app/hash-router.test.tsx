import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { HashRouter, navigate, NavLink, Redirect, Routes, useSearchParams } from './hash-router.tsx'

function Sorted() {
  const [search, setSearch] = useSearchParams()
  return (
    <button type="button" onClick={() => setSearch({ sort: 'name' }, { replace: true })}>
      {`Sorted by ${search.get('sort') ?? 'date'}`}
    </button>
  )
}

function open(hash: string) {
  window.history.pushState(null, '', hash)
  render(
    <HashRouter>
      <NavLink to="/s/a/list">List</NavLink>
      <Routes
        routes={[
          ['/s/:session/list', ({ session = '' }) => <h1>{`List of ${session}`}</h1>],
          ['/s/:session/list/:test', ({ test = '' }) => <h1>{`Trend of ${test}`}</h1>],
          ['/sorted', () => <Sorted />],
          ['/old/*', () => <Redirect to="/s/b/list" />],
        ]}
        otherwise={<h1>Nothing here</h1>}
      />
    </HashRouter>,
  )
}

const heading = () => screen.getByRole('heading').textContent
const current = () => screen.getByRole('link').getAttribute('aria-current')

describe('HashRouter', () => {
  it('shows the page of the address, and says which link leads to it', () => {
    open('#/s/a/list/x?range=year')
    expect(heading()).toBe('Trend of x')
    expect(current()).toBe('page')
  })

  it('follows links, the app itself and the way back', async () => {
    open('#/nowhere')
    expect([heading(), current()]).toEqual(['Nothing here', null])
    await userEvent.click(screen.getByRole('link', { name: 'List' }))
    await waitFor(() => expect(heading()).toBe('List of a'))
    act(() => navigate('/s/a/list/x'))
    expect(heading()).toBe('Trend of x')
    act(() => window.history.back())
    await waitFor(() => expect(heading()).toBe('List of a'))
  })

  it('leads on in the place of the address that was', async () => {
    open('#/old/1')
    await waitFor(() => expect(heading()).toBe('List of b'))
    expect(window.location.hash).toBe('#/s/b/list')
  })

  it('keeps in the address what is chosen', async () => {
    open('#/sorted')
    await userEvent.click(screen.getByRole('button', { name: 'Sorted by date' }))
    expect(screen.getByRole('button').textContent).toBe('Sorted by name')
    expect(window.location.hash).toBe('#/sorted?sort=name')
  })
})
