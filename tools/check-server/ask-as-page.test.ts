import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UnansweredError } from '../../src/smart/check/explain-failure.ts'
import { askAsPage } from './ask-as-page.ts'

const origin = 'https://app.example'
const allowed = { 'access-control-allow-origin': origin }
const guarded = { headers: { authorization: 'Bearer x' } }

/** Answers by path: to OPTIONS under `preflight`, to all else under `answer`; a status and headers. */
const answers: Readonly<Record<string, Readonly<Record<string, readonly [number, object?]>>>> = {
  '/away': { answer: [302, { location: 'https://login.example/in' }] },
  '/closed': { answer: [401] },
  '/open': { answer: [401, allowed] },
  '/refusal-closed': {
    preflight: [204, { ...allowed, 'access-control-allow-headers': 'authorization' }],
    answer: [401],
  },
  '/preflight-closed': { preflight: [204], answer: [401, allowed] },
  '/preflight-away': { preflight: [307, { location: '/open' }], answer: [401, allowed] },
}

let server: Server
let base: string

beforeAll(async () => {
  server = createServer(({ url = '', method }, response) => {
    const way = method === 'OPTIONS' ? 'preflight' : 'answer'
    const [status, headers = {}] = answers[url]?.[way] ?? [500]
    response.writeHead(status, { ...headers }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  base = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`
})
afterAll(() => server.close())

/** Why there was no answer; or its status. */
async function ask(path: string, init: object = {}): Promise<string | number> {
  try {
    return (await askAsPage(origin)(base + path, init, 5_000)).status
  } catch (error) {
    return error instanceof UnansweredError ? `${error.reason}: ${error.words}` : 'failed'
  }
}

describe('askAsPage', () => {
  it('gives what a page may read', async () => {
    expect(await ask('/open')).toBe(401)
  })

  it('tells a redirect as one, though it carries no CORS header', async () => {
    expect(await ask('/away')).toMatch(/^redirect: .*to login\.example/)
  })

  it('tells an answer that may not be read from a request that may not be sent', async () => {
    expect(await ask('/closed')).toMatch(/^cors: .*no Access-Control-Allow-Origin/)
    expect(await ask('/refusal-closed', guarded)).toMatch(/^cors: /)
    expect(await ask('/preflight-closed', guarded)).toMatch(/^preflight: .*OPTIONS/)
    expect(await ask('/preflight-away', guarded)).toMatch(/^preflight: .*status 307/)
  })
})
