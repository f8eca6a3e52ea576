import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mkdirSync, rmSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addressOf, makeBrandBundle } from '../../sandbox/brands/made-bundle.ts'
import { readConfig } from '../../src/config/read-config.ts'
import { readIndex } from '../../src/directory/read-index.ts'
import { main } from '../brands.ts'

let folder: string
let said: string[]
const at = (name: string) => join(folder, name)
const run = (...args: string[]) => {
  said = []
  const files = ['--config', at('config.json'), '--out', at('brands'), '--kept', at('kept')]
  return main([...args, ...files], (line) => said.push(line))
}
const indexText = () => readFile(at('brands/index.json'), 'utf8')
const readJson = async (name: string) => JSON.parse(await readFile(at(name), 'utf8')) as unknown
const toServer = (number: number) => ({
  id: `s${number}`,
  name: `Server ${number}`,
  iss: addressOf(number),
  clientId: 'x',
  redirectUri: `callback/s${number}/`,
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartside-brands-'))
  const servers = Array.from({ length: 8 }, (_, number) => toServer(number))
  await writeFile(at('config.json'), JSON.stringify({ servers, directory: true }))
  await writeFile(at('bundle.json'), JSON.stringify(makeBrandBundle(300, 10)))
})

afterEach(() => rm(folder, { recursive: true }))

describe('npm run brands', () => {
  it('writes the same bytes from the same input, says what it left out, and keeps the shards before for one run', async () => {
    expect(await run(at('bundle.json'))).toBe(0)
    const first = await indexText()
    expect(readIndex(JSON.parse(first))?.count).toBe(240)
    expect(said).toContainEqual(expect.stringMatching(/^60 organizations left out/))
    expect(said).toContainEqual(expect.stringMatching(/^2 endpoints without a server/))
    expect(said).toContainEqual(expect.stringContaining(addressOf(9)))
    expect(await run(at('bundle.json'))).toBe(0)
    expect(await indexText()).toBe(first)
    expect(first).not.toContain(folder)
    const folders = async () =>
      (await readdir(at('brands'))).filter((name) => name !== 'index.json').toSorted()
    const [old = ''] = await folders()
    for (const [count, isKept] of [
      [290, true],
      [280, false],
    ] as const) {
      await writeFile(at('bundle.json'), JSON.stringify(makeBrandBundle(count, 10)))
      expect(await run(at('bundle.json'))).toBe(0)
      expect(await folders()).toHaveLength(2)
      expect((await folders()).includes(old)).toBe(isKept)
    }
  })

  it('writes nothing where a bundle can’t be read, or far fewer organizations come of it', async () => {
    await run(at('bundle.json'))
    const before = await indexText()
    await writeFile(at('cut.json'), '{"resourceType":"Bundle","entry":[')
    expect(await run(at('bundle.json'), at('cut.json'))).toBe(1)
    expect(said.at(-1)).toMatch(/cut.json: is not JSON, or was cut off. Nothing was written.$/)
    await writeFile(at('few.json'), JSON.stringify(makeBrandBundle(20, 10)))
    expect(await run(at('few.json'))).toBe(1)
    expect(await indexText()).toBe(before)
    expect(await run(at('few.json'), '--fewer')).toBe(0)
    expect(await run()).toBe(2)
    expect(await run(at('few.json'), '--add-servers')).toBe(2)
    expect(await run(at('few.json'), '--unknown')).toBe(2)
  })

  it('MIX-01 adds servers, each with an id and a redirect address of its own', async () => {
    const bundle = makeBrandBundle(300, 12, [
      ...Array.from({ length: 10 }, (_, number) => addressOf(number)),
      'http://plain.example/r4',
      addressOf(9).replace('ehr9', 'EHR9'),
    ])
    await writeFile(at('bundle.json'), JSON.stringify(bundle))
    await writeFile(at('config.json'), JSON.stringify({ _note: 'kept', servers: [toServer(0)] }))
    expect(await run(at('bundle.json'), '--add-servers', '--client-id', 'mine')).toBe(0)
    const json = await readJson('config.json')
    const reading = readConfig(json, new URL('https://app.example/'))
    expect(reading).toMatchObject({ kind: 'valid', config: { directory: true } })
    expect(json).toMatchObject({ _note: 'kept' })
    const { servers } = json as { servers: { id: string; iss: string; clientId: string }[] }
    expect(servers.map(({ iss }) => iss)).toEqual(
      Array.from({ length: 10 }, (_, number) => addressOf(number)),
    )
    expect(servers[1]).toMatchObject({ id: 'img-src-x-onerror-alert-1-hospital', clientId: 'mine' })
  })
})

describe('npm run brands with what somebody hostile wrote', () => {
  it('CSP-01 adds no server at an address that the configuration or the headers refuse', async () => {
    const refused = [
      'https://ehr.example;evil.example/r4',
      'https://*.example/r4',
      'https://ehr.example/r4/\u001B[31m',
      'https://ehr.example/\u202Er4',
      'https://ehr.example/r4?x=1',
      'https://user@ehr.example/r4',
    ]
    const bundle = makeBrandBundle(40, 8, [addressOf(0), ...refused])
    await writeFile(at('bundle.json'), JSON.stringify(bundle))
    await writeFile(at('config.json'), JSON.stringify({ servers: [toServer(0)] }))
    expect(await run(at('bundle.json'), '--add-servers', '--client-id', 'mine')).toBe(0)
    const { servers } = (await readJson('config.json')) as { servers: { iss: string }[] }
    expect(servers.map(({ iss }) => iss)).toEqual([addressOf(0), addressOf(7)])
    expect(said).toContainEqual(expect.stringMatching(/^6 endpoints not added/))
  })

  it('XSS-05 prints no control that a terminal would obey', async () => {
    const bundle = makeBrandBundle(40, 10, ['https://e.example/\u001B[31m\u009B\u202Er4'])
    await writeFile(at('bundle.json'), JSON.stringify({ ...bundle, timestamp: '\u001B]0;x\u0007' }))
    await writeFile(at('config.json'), JSON.stringify({ servers: [toServer(1)] }))
    expect(await run(at('bundle.json'))).toBe(0)
    expect(said.join('\n')).toContain('https://e.example/')
    expect(said.filter((line) => /[\p{Cc}\u202E]/u.test(line))).toEqual([])
  })

  it('says truly what was written where the configuration can’t be', async () => {
    await writeFile(at('config.json'), JSON.stringify({ servers: [toServer(0)] }))
    const args = ['--config', at('config.json'), '--out', at('brands'), '--kept', at('kept')]
    said = []
    const code = await main(
      [at('bundle.json'), '--add-servers', '--client-id', 'mine', ...args],
      (line) => {
        said.push(line)
        // By now it was read.
        rmSync(at('config.json'), { force: true, recursive: true })
        mkdirSync(at('config.json'))
      },
    )
    expect(code).toBe(1)
    expect(await indexText()).toContain('"count"')
    expect(said.at(-1)).toMatch(/The directory in .* was written/)
    expect(said.join()).not.toContain('Nothing was written')
  })
})

describe('npm run brands with addresses', () => {
  let server: Server
  let origin: string
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    return new Promise((done) => server.close(done))
  })

  it('ISS-07 asks with the ETag of the copy it kept, and uses the copy at 304', async () => {
    const asked: (string | undefined)[] = []
    const text = await readFile(at('bundle.json'), 'utf8')
    answer = ({ headers }, response) => {
      const etag = headers['if-none-match']
      asked.push(etag)
      if (etag === 'W/"1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: 'W/"1"' }).end(text)
    }
    expect(await run(`${origin}/brands`)).toBe(0)
    const first = await indexText()
    expect(await run(`${origin}/brands`)).toBe(0)
    expect(asked).toEqual([undefined, 'W/"1"'])
    expect(said[0]).toMatch(/unchanged since it was kept$/)
    expect(await indexText()).toBe(first)
    expect(first).toContain(String.raw`"etag":"W/\"1\""`)
  })

  it('says why an address gave no bundle, and takes none that is neither https nor here', async () => {
    answer = (_request, response) => response.writeHead(503).end()
    expect(await run(`${origin}/brands`)).toBe(1)
    expect(said.at(-1)).toContain('was answered with status 503')
    expect(await run('http://brands.example/')).toBe(1)
    expect(said.at(-1)).toContain('is not an https address')
  })

  it('ISS-07 prefers the bundle that servers’ own configuration names, read once for all', async () => {
    const [iss, second] = [`${origin}/r4`, `${origin}/second/r4`]
    const own = 'https://own.example/brands'
    const asked: string[] = []
    const real = fetch
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      asked.push(address)
      const response = await real(address.replace(own, `${origin}/own`), init)
      Object.defineProperty(response, 'url', { value: address })
      return response
    })
    const brand = (number: number, name: string) => ({
      resource: {
        resourceType: 'Organization',
        id: `o${number}`,
        name,
        endpoint: [{ reference: `Endpoint/e${number}` }],
      },
    })
    const endpoint = (number: number, address: string) => ({
      resource: { resourceType: 'Endpoint', id: `e${number}`, address },
    })
    const bundle = {
      resourceType: 'Bundle',
      entry: [
        endpoint(1, iss),
        endpoint(2, second),
        brand(1, 'What it calls itself'),
        brand(2, 'What the second calls itself'),
      ],
    }
    answer = ({ url }, response) => {
      const isBundle = url === '/own'
      const isPlain = url?.startsWith('/plain') === true
      const body = isBundle ? bundle : { user_access_brand_bundle: isPlain ? `${origin}/own` : own }
      response
        .writeHead(isBundle || url?.endsWith('/.well-known/smart-configuration') ? 200 : 404)
        .end(JSON.stringify(body))
    }
    const servers = [iss, second, `${origin}/plain/r4`].map((each, number) => ({
      ...toServer(number),
      iss: each,
    }))
    await writeFile(at('config.json'), JSON.stringify({ servers }))
    await writeFile(at('bundle.json'), JSON.stringify(makeBrandBundle(50, 2, [iss, second])))
    expect(await run(at('bundle.json'))).toBe(0)
    expect(readIndex(JSON.parse(await indexText()))?.count).toBe(51)
    expect(await run(at('bundle.json'), '--ask-servers', '--fewer')).toBe(0)
    expect(readIndex(JSON.parse(await indexText()))?.count).toBe(3)
    expect(asked.filter((address) => address === own)).toHaveLength(1)
    // No server sends the tool to this machine, and what is a source already isn't fetched again.
    expect(asked).not.toContain(`${origin}/own`)
    asked.length = 0
    expect(await run(at('bundle.json'), own, '--ask-servers')).toBe(0)
    expect(readIndex(JSON.parse(await indexText()))?.count).toBe(3)
    expect(asked.filter((address) => address === own)).toHaveLength(1)
  })
})
