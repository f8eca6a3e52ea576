import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import { organization } from '../directory/test-organizations.ts'
import { exampleServer } from '../smart/test-server.ts'
import { keepRecent } from './recent-organizations.ts'
import { SignedOutPage } from './signed-out-page.tsx'
import {
  asked,
  choices,
  gates,
  host,
  hostile,
  open,
  root,
  serveDirectory,
  status,
  towns,
} from './test-directory-host.tsx'

serveDirectory()

describe('HomeDirectory', () => {
  it('finds by name, alias, city and postal code, says why, and signs in', async () => {
    const { field, onSignIn } = open()
    await userEvent.type(field, 'harb')
    expect(
      await screen.findByRole('button', {
        name: /^Sign in to City Hospital\s*,\s*also called\s*Harbor House\s*,\s*MyChart$/,
      }),
    ).toBeVisible()
    for (const query of ['elan', 'salem', '0197', 'salem elan city']) {
      await userEvent.clear(field)
      await userEvent.type(field, query)
      await waitFor(() => expect(status()).toHaveTextContent(/^1 match$/))
      expect(choices()).toHaveLength(1)
      expect(choices()[0]).toHaveTextContent(
        query === 'elan'
          ? 'Boston, MA 02111, 4 more places, part of City Hospital'
          : 'Salem, MA 01970, 4 more places, part of City Hospital',
      )
    }
    await userEvent.click(screen.getByRole('button', { name: /Élan/ }))
    expect(onSignIn.mock.calls).toEqual([[exampleServer.id]])
  })

  it('says truly how many there are, and shows more when asked', async () => {
    const { field } = open()
    await userEvent.type(field, 'town')
    await waitFor(() =>
      expect(status()).toHaveTextContent(
        '25 matches; the first 10 are shown. Type more to find fewer.',
      ),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(choices()[10]).toHaveFocus()
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(choices()).toHaveLength(25)
    expect(choices()[20]).toHaveFocus()
    expect(status()).toHaveTextContent(/^25 matches$/)
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
    await userEvent.clear(field)
    await userEvent.type(field, 'nowhere')
    expect(screen.getByText('No hospital here is called that')).toBeVisible()
  })

  it("ISS-06 shows names as text, and offers no way to a server that isn't configured", async () => {
    const { field } = open()
    await userEvent.type(field, 'onerror')
    expect(await screen.findByRole('button', { name: `Sign in to ${hostile}` })).toBeVisible()
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    await userEvent.clear(field)
    await userEvent.type(field, 'gone')
    expect(await screen.findByText(/its server is not in config.json/)).toBeVisible()
    expect(choices()).toEqual([])
  })

  it('shows no answer to what is no longer typed, and asks for nothing twice', async () => {
    let resolve = () => {}
    gates.set('abc1/o-0', new Promise((done) => (resolve = done)))
    const { field } = open()
    await userEvent.type(field, 'harb')
    await waitFor(() => expect(asked).toContain('abc1/o-0'))
    await userEvent.clear(field)
    await userEvent.type(field, 'elan')
    resolve()
    expect(await screen.findByRole('button', { name: /Élan/ })).toBeVisible()
    expect(choices()).toHaveLength(1)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('says that part is missing, and tries again', async () => {
    host.isBroken = true
    const { field } = open()
    await userEvent.type(field, 'town1')
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Part of the list of hospitals could not be loaded',
    )
    host.isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: /Town1 / })).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })

  it('offers more though the tab knows hospitals that the directory has no longer', async () => {
    for (const name of ['Town1 A', 'Town1 B', 'Town1 C'])
      keepRecent(organization({ name, serverId: exampleServer.id }))
    const { field } = open()
    await userEvent.type(field, 'town1')
    await waitFor(() => expect(status()).toHaveTextContent(/^11 matches; the first 10 are shown/))
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(choices()).toHaveLength(14)
    expect(status()).toHaveTextContent(/^11 matches$/)
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
  })

  it('STO-04 puts what was used in this tab first, and forgets it when asked', async () => {
    const first = open()
    await userEvent.type(first.field, 'town23')
    await userEvent.click(await screen.findByRole('button', { name: /Town23/ }))
    first.unmount()
    const { field } = open()
    expect(choices().map((button) => button.textContent)).toEqual(['Sign in to Town23 Clinic'])
    await userEvent.type(field, 'town')
    await waitFor(() => expect(status()).toHaveTextContent(/^25 matches/))
    expect(choices()[0]).toHaveTextContent('Town23')
    expect(choices().filter((button) => button.textContent?.includes('Town23'))).toHaveLength(1)
    await userEvent.clear(field)
    await userEvent.click(screen.getByRole('button', { name: 'Forget these' }))
    expect(choices()).toEqual([])
    expect(sessionStorage).toHaveLength(0)
  })

  it('END-01 forgets what was used in this tab when somebody signs out', async () => {
    const { field } = open()
    await userEvent.type(field, 'town7')
    await userEvent.click(await screen.findByRole('button', { name: /Town7/ }))
    expect(sessionStorage).toHaveLength(1)
    render(<SignedOutPage root={root} />, { wrapper: MemoryRouter })
    expect(sessionStorage).toHaveLength(0)
  })

  it('lists and searches the names of many servers where there is no directory', async () => {
    const servers = towns.map((name, number) => ({ ...exampleServer, id: `t${number}`, name }))
    const { field, onSignIn } = open(false, servers)
    expect(choices()).toHaveLength(10)
    expect(status()).toHaveTextContent(/^25 matches/)
    await userEvent.type(field, 'clinic TOWN24')
    expect(choices()).toHaveLength(1)
    await userEvent.click(within(screen.getByRole('list')).getByRole('button'))
    expect(onSignIn.mock.calls).toEqual([['t24']])
    expect(asked).toEqual([])
  })
})
