import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router-dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildShards } from '../directory/build-shards.ts'
import { listed, organization } from '../directory/test-organizations.ts'
import { exampleServer } from '../smart/test-server.ts'
import { HomeDirectory } from './home-directory.tsx'
import { SignedOutPage } from './signed-out-page.tsx'

const hostile = '<img src=x onerror=alert(1)> Hospital'
const towns = Array.from({ length: 25 }, (_, number) => `Town${number} Clinic`)
const organizations = [
  organization({ name: 'City Hospital', aliases: ['Harbor House'], portal: 'MyChart' }),
  organization({ name: hostile }),
  organization({
    name: 'Élan Clinic',
    partOf: 'City Hospital',
    places: [
      { city: 'Boston', state: 'MA', postalCode: '02111' },
      { city: 'Salem', state: 'MA', postalCode: '01970' },
    ],
    furtherPlaces: 3,
  }),
  organization({ name: 'Gone Clinic', serverId: 'gone' }),
  ...towns.map((name) => organization({ name })),
].map((one) => ({ ...one, serverId: one.serverId === 'gone' ? 'gone' : exampleServer.id }))

const root = new URL('https://app.example/')
const asked: string[] = []
/** What is waited for before an answer comes, by the end of the address. */
const gates = new Map<string, Promise<void>>()
let isBroken = false

beforeEach(() => {
  const { index, shards } = buildShards(organizations.map((one) => listed(one)))
  const files = new Map([
    ['index', JSON.stringify({ ...index, folder: 'abc1' })],
    ...[...shards].map(([name, text]) => [`abc1/${name}`, text] as const),
  ])
  vi.stubGlobal('fetch', async (url: URL, { signal }: RequestInit) => {
    const name = url.pathname.replace(/^\/brands\/|\.json$/g, '')
    asked.push(name)
    await gates.get(name)
    if (isBroken || signal?.aborted) throw new TypeError('Failed to fetch')
    const text = files.get(name)
    return new Response(text ?? '', { status: text === undefined ? 404 : 200 })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
  asked.length = 0
  gates.clear()
  isBroken = false
})

function open(directory = true, servers = [exampleServer]) {
  const onSignIn = vi.fn<(id: string) => void>()
  const page = render(
    <HomeDirectory
      config={{ servers, idleMinutes: undefined, directory, frameAncestors: [] }}
      root={root}
      onSignIn={onSignIn}
      busyServerId={undefined}
    />,
  )
  return { ...page, onSignIn, field: screen.getByRole('searchbox', { name: /Name, city/ }) }
}
const choices = () => screen.queryAllByRole('button', { name: /^Sign in to/ })
const status = () => screen.getByRole('status')

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
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(choices()).toHaveLength(25)
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
    isBroken = true
    const { field } = open()
    await userEvent.type(field, 'town1')
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Part of the list of hospitals could not be loaded',
    )
    isBroken = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('button', { name: /Town1 / })).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
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

  it('goes by arrow keys from the field to what was found and back', async () => {
    const { field } = open()
    await userEvent.type(field, 'town')
    await waitFor(() => expect(choices()).toHaveLength(10))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(choices()[1]).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    expect(field).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(choices()[0]).toHaveFocus()
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
