import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConfigError } from '../config/load-config.ts'
import { answerAs } from '../smart/check/test-check.ts'
import { appRoot, exampleServer } from '../smart/test-server.ts'
import { App } from './app.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
  location.hash = ''
})

const config = {
  servers: [exampleServer],
  idleMinutes: undefined,
  directory: false,
  frameAncestors: [],
  languages: ['en' as const],
  withoutSignIn: true,
}
const done = () => screen.findByText(/^Done: /, undefined, { timeout: 5_000 })

describe('the check page', () => {
  it('is reached from the home page, and checks every server without a sign-in', async () => {
    const sent = answerAs({})
    render(<App config={config} root={new URL('#', location.href)} />)
    await userEvent.click(await screen.findByRole('link', { name: 'Check this installation' }))
    location.hash = '#/check'
    await done()
    const server = within(screen.getByRole('region', { name: 'Example Hospital' }))
    expect(server.getByText('2 not known')).toBeVisible()
    expect(server.getByRole('heading', { name: 'Token endpoint' })).toBeVisible()
    expect(sent.filter(({ init }) => init.method === 'POST')).toEqual([])
    const hosts = sent.map(({ url }) => new URL(url).host)
    expect(new Set(hosts)).toEqual(new Set(['app.example', location.host, 'ehr.example']))
  })

  it('checks again when asked', async () => {
    location.hash = '#/check'
    answerAs({ keys: 'nothing', token: 'nothing' })
    render(<App config={config} root={appRoot} />)
    await done()
    const server = within(screen.getByRole('region', { name: 'Example Hospital' }))
    expect(server.getByText('1 piece of advice, 2 not known')).toBeVisible()
    const sent = answerAs({ token: 'nothing' })
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }))
    expect(await server.findByText('2 not known')).toBeVisible()
    expect(sent.filter(({ init }) => init.method === 'POST')).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: /^Also send two requests/ }))
    expect(await server.findByText('1 fault')).toBeVisible()
    const mended = answerAs({})
    await userEvent.click(screen.getByRole('button', { name: /^Also send two requests/ }))
    expect(await server.findByText('all well')).toBeVisible()
    expect(mended.filter(({ init }) => init.method === 'POST')).toHaveLength(2)
  })

  it('tells servers of one name apart, in titles and in what is copied', async () => {
    location.hash = '#/check'
    answerAs({})
    const other = { ...exampleServer, id: 'other', redirectUri: 'https://app.example/callback/o/' }
    render(<App config={{ ...config, servers: [exampleServer, other] }} root={appRoot} />)
    await done()
    for (const id of ['example', 'other']) {
      const title = `Example Hospital (${id})`
      expect(screen.getByRole('region', { name: title })).toBeVisible()
      expect(
        screen.getByRole('button', { name: `Copy: Redirect address for ${title}` }),
      ).toBeVisible()
    }
  })

  it('works where config.json can not be used, and names each field at fault', async () => {
    location.hash = '#/check'
    answerAs({})
    const faults = [{ field: 'servers[0].iss', message: 'is required.' }]
    render(<App config={undefined} error={new ConfigError(faults)} root={appRoot} />)
    await done()
    const part = within(screen.getByRole('region', { name: 'config.json' }))
    expect(part.getByText('servers[0].iss is required.')).toBeVisible()
    expect(screen.getByText('https://app.example/launch/')).toBeVisible()
    expect(screen.queryByText('https://app.example/callback/')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Also send/ })).toBeNull()
  })

  it('leaves the problem page elsewhere, with a way to the check', async () => {
    render(<App config={undefined} error={new ConfigError([])} root={appRoot} />)
    expect(
      await screen.findByRole('heading', { name: 'The app is not set up rightly' }),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'Check this installation' })).toHaveAttribute(
      'href',
      'https://app.example/#/check',
    )
  })
})
