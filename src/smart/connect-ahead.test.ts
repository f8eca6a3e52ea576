import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { beginSignIn } from './begin-sign-in.ts'
import { connectAhead } from './connect-ahead.ts'
import { connectToSession } from './connect-to-session.ts'
import { keepSession } from './session-store.ts'
import { answerRequests, appRoot, exampleServer, smartConfiguration } from './test-server.ts'
import { exampleStored } from './test-session.ts'
import { signIn } from './test-sign-in.ts'

/** The servers that the page has connected to, each with how credentials go. */
function connections() {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel=preconnect]')
  return [...links].map((link) => [link.href, link.getAttribute('crossorigin')])
}

beforeEach(() => {
  sessionStorage.clear()
  for (const link of document.querySelectorAll('link[rel=preconnect]')) link.remove()
})
afterEach(() => vi.unstubAllGlobals())

describe('connectAhead', () => {
  it('LEAK-04 names the server and nothing else of an address, and sends no credentials', () => {
    connectAhead('https://user:pass@ehr.example:8443/api/Patient/1?code=c0de#x')
    expect(connections()).toEqual([['https://ehr.example:8443/', '']])
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///x', 'ehr', ''])(
    'does nothing for %j',
    (address) => {
      connectAhead(address)
      expect(connections()).toEqual([])
    },
  )
})

describe('connecting before there is a request', () => {
  it('connects from a launch to where the code will be exchanged, but not before somebody signs in by hand', async () => {
    const token = 'https://login.example/token'
    answerRequests({
      'https://ehr.example/api/FHIR/R4/.well-known': () =>
        Response.json({ ...smartConfiguration, token_endpoint: token }),
    })
    await beginSignIn(exampleServer, { launch: 'standalone' }, appRoot)
    expect(connections()).toEqual([])
    const launch = { launch: 'ehr', iss: exampleServer.iss, launchToken: 'l-1' } as const
    await beginSignIn(exampleServer, launch, appRoot)
    expect(connections()).toEqual([['https://login.example/', '']])
  })

  it('connects to the record’s server while the code is exchanged', async () => {
    const { complete } = await signIn()
    await complete()
    await vi.waitFor(() => expect(connections()).toEqual([['https://ehr.example/', '']]))
  })

  it('connects to the server of a session that is opened again', () => {
    keepSession(exampleStored({}))
    connectToSession('s-1')
    expect(connections()).toEqual([['https://ehr.example/', '']])
  })

  it.each([
    ['there is no such session', undefined],
    ['what is kept is none', '[1]'],
    ['its server is no address', '{"session":{"iss":"javascript:1"}}'],
  ])('connects to nobody where %s', (_, kept) => {
    if (kept !== undefined) sessionStorage.setItem('chartside:s-1:session', kept)
    connectToSession('s-1')
    expect(connections()).toEqual([])
  })

  it('goes on where the browser denies storage', () => {
    const denied = vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(() => connectToSession('s-1')).not.toThrow()
    denied.mockRestore()
  })
})
