import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { buildShards } from '../directory/build-shards.ts'
import { listed, organization } from '../directory/test-organizations.ts'
import { exampleServer } from '../smart/test-server.ts'
import { HomeDirectory } from './home-directory.tsx'

export const hostile = '<img src=x onerror=alert(1)> Hospital'
export const towns = Array.from({ length: 25 }, (_, number) => `Town${number} Clinic`)
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
  // So long that ten of them fill more than a shard.
  ...Array.from({ length: 30 }, (_, number) =>
    organization({ name: `Drawer ${number}`, aliases: ['Long'.repeat(60)] }),
  ),
].map((one) => ({ ...one, serverId: one.serverId === 'gone' ? 'gone' : exampleServer.id }))

export const root = new URL('https://app.example/')
/** What the page asked for, by the end of the address. */
export const asked: string[] = []
/** What is waited for before an answer comes, by the end of the address. */
export const gates = new Map<string, Promise<void>>()
/** Whether nothing is answered. */
export const host = { isBroken: false }

/** Serves a directory to each test of a file. */
export function serveDirectory(): void {
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
      if (host.isBroken || signal?.aborted) throw new TypeError('Failed to fetch')
      const text = files.get(name)
      return new Response(text ?? '', { status: text === undefined ? 404 : 200 })
    })
  })

  afterEach(() => {
    vi.unstubAllGlobals()
    sessionStorage.clear()
    asked.length = 0
    gates.clear()
    host.isBroken = false
  })
}

/** Opens the search of the home page. */
export function open(directory = true, servers = [exampleServer]) {
  const onSignIn = vi.fn<(id: string) => void>()
  const page = render(
    <HomeDirectory
      config={{
        servers,
        idleMinutes: undefined,
        directory,
        frameAncestors: [],
        languages: ['en'],
        withoutSignIn: true,
      }}
      root={root}
      onSignIn={onSignIn}
      busyServerId={undefined}
    />,
  )
  return { ...page, onSignIn, field: screen.getByRole('searchbox', { name: /Name, city/ }) }
}
export const choices = () => screen.queryAllByRole('button', { name: /^Sign in to/ })
export const status = () => screen.getByRole('status')
