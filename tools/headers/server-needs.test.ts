import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  answerRequests,
  appRoot,
  exampleServer,
  smartConfiguration,
} from '../../src/smart/test-server.ts'
import { askNeeds, needsOffline } from './server-needs.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const discovery = `${exampleServer.iss}/.well-known/smart-configuration`
const answerWith = (part: object) =>
  answerRequests({ [discovery]: () => Response.json({ ...smartConfiguration, ...part }) })

describe('what a server needs', () => {
  it('CSP-02 is its base, its token endpoint, its keys, and what config.json adds', async () => {
    answerWith({
      token_endpoint: 'https://login.example/token',
      jwks_uri: 'https://keys.example/jwks',
      authorization_endpoint: 'https://authorize.example/authorize',
      management_endpoint: 'https://manage.example/',
    })
    const server = { ...exampleServer, origins: ['https://style.example'] }
    expect(await askNeeds(server, appRoot)).toEqual({
      connect: [
        'https://ehr.example',
        'https://login.example',
        'https://keys.example',
        'https://style.example',
      ],
      forms: [],
      remarks: [],
    })
  })

  it('AUTHZ-08 is a form to its authorization endpoint where it says that it takes one', async () => {
    answerWith({
      authorization_endpoint: 'https://authorize.example/authorize',
      capabilities: ['authorize-post'],
    })
    const server = { ...exampleServer, origins: ['https://login.example'] }
    expect((await askNeeds(server, appRoot)).forms).toEqual([
      'https://authorize.example',
      'https://login.example',
    ])
  })

  it('DISC-11 is its issuer’s configuration, and the keys that it names, where metadata names no keys', async () => {
    const issuer = 'https://issuer.example'
    answerRequests({
      [discovery]: () => Response.json({ ...smartConfiguration, issuer, jwks_uri: undefined }),
      [issuer]: () =>
        Response.json({
          issuer,
          token_endpoint: smartConfiguration.token_endpoint,
          jwks_uri: 'https://keys.example/jwks',
        }),
    })
    const { connect, remarks } = await askNeeds(exampleServer, appRoot)
    expect(connect.slice(2)).toEqual(['https://issuer.example', 'https://keys.example'])
    expect(remarks).toEqual([])
  })

  it('CSP-02 says what is still to be added where keys or issuer can’t be known', async () => {
    answerWith({ issuer: undefined })
    const unnamed = await askNeeds(exampleServer, appRoot)
    expect(unnamed.remarks).toEqual([expect.stringContaining('names no issuer')])
    answerWith({ jwks_uri: undefined })
    const unreadable = await askNeeds(exampleServer, appRoot)
    expect(unreadable.remarks).toEqual([expect.stringContaining('can’t be read'.replace('’', "'"))])
  })

  it.each([
    ['doesn’t answer', () => Promise.reject(new TypeError('fetch failed')), /no answer/],
    ['has an error', () => new Response('', { status: 500 }), /status 500/],
    [
      'would say more than one origin',
      () => Response.json({ ...smartConfiguration, jwks_uri: 'https://a;script-src.example/jwks' }),
      /can't stand in a policy/,
    ],
  ])('CSP-02 is unknown where the server %s', async (_what, answer, message) => {
    answerRequests({ [discovery]: answer })
    await expect(askNeeds(exampleServer, appRoot)).rejects.toThrow(message)
  })

  it('CSP-02 is, without asking, its own origin and what config.json adds, and says so', () => {
    const sent = answerRequests({})
    const server = { ...exampleServer, origins: ['https://login.example'] }
    const { connect, forms, remarks } = needsOffline(server)
    expect(connect).toEqual(['https://ehr.example', 'https://login.example'])
    expect(forms).toEqual([])
    expect(remarks).toEqual([expect.stringContaining('Example Hospital was not asked')])
    expect(sent).toEqual([])
  })
})
