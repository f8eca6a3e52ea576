import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { choices, gates, host, open, serveDirectory, status } from './test-directory-host.tsx'

serveDirectory()

describe('the focus in HomeDirectory', () => {
  it('keeps the focus while more is loading, then leads to what is new', async () => {
    let resolve = () => {}
    const { field } = open()
    await userEvent.type(field, 'drawer')
    await waitFor(() => expect(choices()).toHaveLength(10))
    gates.set('abc1/o-1', new Promise((done) => (resolve = done)))
    const more = screen.getByRole('button', { name: 'Show more' })
    await userEvent.click(more)
    expect(status()).toHaveTextContent('Looking…')
    expect(more).toHaveFocus()
    expect(more).toHaveAttribute('aria-disabled', 'true')
    expect(choices()).toHaveLength(10)
    await userEvent.keyboard('{ArrowDown}{Enter}')
    expect(more).toHaveFocus()
    resolve()
    await waitFor(() => expect(choices()).toHaveLength(20))
    await waitFor(() => expect(choices()[10]).toHaveFocus())
  })

  it('leads from "Show more" that failed to "Try again", and from there to what is new', async () => {
    const { field } = open()
    await userEvent.type(field, 'drawer')
    await waitFor(() => expect(choices()).toHaveLength(10))
    host.isBroken = true
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    const again = await screen.findByRole('button', { name: 'Try again' })
    await waitFor(() => expect(again).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(again).toHaveAttribute('aria-disabled', 'false'))
    expect(again).toHaveFocus()
    host.isBroken = false
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(choices()).toHaveLength(20))
    await waitFor(() => expect(choices()[10]).toHaveFocus())
  })

  it('goes by arrow keys from the field to what was found and back', async () => {
    const { field } = open()
    await userEvent.type(field, 'town')
    await waitFor(() => expect(choices()).toHaveLength(10))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await waitFor(() => expect(choices()[1]).toHaveFocus())
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(field).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(choices()[0]).toHaveFocus()
  })
})
