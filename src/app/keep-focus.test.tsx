import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { useKeptFocus } from './keep-focus.ts'
import { SkipToMain } from './skip-to-main.tsx'

function Page() {
  useKeptFocus()
  const [gone, setGone] = useState<readonly string[]>([])
  const button = (name: string) =>
    gone.includes(name) ? null : (
      <button type="button" onClick={() => setGone([...gone, name])}>
        {name}
      </button>
    )
  return (
    <>
      <header>
        <SkipToMain />
        {button('Dismiss')}
      </header>
      <section aria-label="Record status">{button('Try again')}</section>
      <main>
        <h1 tabIndex={-1}>{gone.length === 0 ? 'One' : 'Other'}</h1>
        {button('Go on')}
        <button type="button" onClick={() => setTimeout(() => setGone(['Go on']), 20)}>
          Later
        </button>
        <p>Words</p>
      </main>
    </>
  )
}

function show() {
  render(<Page />)
  return userEvent.setup()
}

const press = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(screen.getByRole('button', { name }))

describe('WCAG 2.4.3 the focus, when what had it goes away,', () => {
  it.each(['Dismiss', 'Go on'])('goes to the heading of the view (%s)', async (name) => {
    await press(show(), name)
    const heading = await screen.findByRole('heading', { name: 'Other' })
    await expect.poll(() => document.activeElement).toBe(heading)
  })

  it('goes to the named part that it was in', async () => {
    await press(show(), 'Try again')
    const part = screen.getByRole('region', { name: 'Record status' })
    await expect.poll(() => document.activeElement).toBe(part)
  })

  it('stays with whoever left it on purpose before', async () => {
    const user = show()
    screen.getByRole('button', { name: 'Go on' }).focus()
    await press(user, 'Later')
    await user.click(screen.getByText('Words'))
    await screen.findByRole('heading', { name: 'Other' })
    await new Promise((resolve) => {
      setTimeout(resolve, 80)
    })
    expect(document.body).toHaveFocus()
  })
})

it('WCAG 2.4.1 the first thing by Tab leads past the head of the page', async () => {
  const user = show()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Skip to the main content' })).toHaveFocus()
  await user.keyboard('{Enter}')
  expect(screen.getByRole('heading', { name: 'One' })).toHaveFocus()
  await user.tab()
  expect(screen.getByRole('button', { name: 'Go on' })).toHaveFocus()
})
