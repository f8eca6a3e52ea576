import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answerRequests, smartConfiguration } from '../src/smart/test-server.ts'
import { main } from './headers.ts'

let folder: string
let said: string
const hear = (line: string) => void (said += `${line}\n`)
const output = { say: hear, complain: hear }
const root = 'https://app.example/some/app/'
const server = {
  id: 'a',
  name: 'Example Hospital',
  iss: 'https://ehr.example/api/FHIR/R4',
  clientId: 'app-1',
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chartside-headers-'))
  said = ''
})

afterEach(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true, force: true })
})

async function run(config: object | string, ...args: string[]) {
  const path = join(folder, 'config.json')
  await writeFile(path, typeof config === 'string' ? config : JSON.stringify(config))
  const code = await main(
    ['--config', path, '--out', join(folder, 'out'), '--root', root, ...args],
    output,
  )
  const names = await readdir(join(folder, 'out')).catch(() => [])
  return { code, names: new Set(names) }
}

const readPolicy = async () =>
  (await readFile(join(folder, 'out/_headers'), 'utf8')).match(/Content-Security-Policy: (.*)/)?.[1]

describe('npm run headers', () => {
  it('CSP-02 EMB-01 writes a file for each host, from config.json and what its servers say', async () => {
    answerRequests({
      'https://ehr.example/': () =>
        Response.json({ ...smartConfiguration, token_endpoint: 'https://login.example/token' }),
    })
    const config = { servers: [server], frameAncestors: ['https://chart.example'] }
    expect(await run(config)).toEqual({
      code: 0,
      names: new Set([
        '_headers',
        'apache.conf',
        'Caddyfile',
        'cloudfront-function.js',
        'cloudfront.json',
        'nginx.conf',
        'README.md',
        'staticwebapp.config.json',
      ]),
    })
    const policy = await readPolicy()
    expect(policy).toContain("connect-src 'self' https://ehr.example https://login.example;")
    expect(policy).toContain("frame-ancestors 'self' https://chart.example;")
    expect(said).not.toContain('was not asked')
  })

  it('CSP-02 names every server that gives no answer, and writes nothing', async () => {
    answerRequests({})
    const other = {
      ...server,
      id: 'b',
      name: 'Other Hospital',
      iss: 'https://other.example/fhir',
      redirectUri: 'callback/b/',
    }
    expect(await run({ servers: [server, other] })).toEqual({ code: 1, names: new Set() })
    expect(said).toMatch(/Example Hospital .*: no answer.*--offline/)
    expect(said).toMatch(/Other Hospital .*: no answer/)
  })

  it('CSP-02 asks no server where told so, and says it', async () => {
    const sent = answerRequests({})
    const config = { servers: [{ ...server, origins: ['https://login.example'] }] }
    expect((await run(config, '--offline')).code).toBe(0)
    expect(await readPolicy()).toContain(
      "connect-src 'self' https://ehr.example https://login.example;",
    )
    expect(said).toContain('Example Hospital was not asked')
    expect(sent).toEqual([])
  })

  it('CSP-02 allows any https server only where the list is too long and it was told to', async () => {
    const origins = Array.from(
      { length: 480 },
      (_, index) => `https://fhir-${index}.hospital.example`,
    )
    const long = { servers: [{ ...server, origins }] }
    expect(await run(long, '--offline')).toEqual({ code: 1, names: new Set() })
    expect(said).toMatch(/bytes long.*--any-https/)
    expect((await run(long, '--offline', '--any-https')).code).toBe(0)
    expect(await readPolicy()).toContain("connect-src 'self' https:;")
    const nginx = await readFile(join(folder, 'out/nginx.conf'), 'utf8')
    expect(nginx).toMatch(/^# .*could send the record and the token anywhere/m)
    const some = { servers: [{ ...server, origins: origins.slice(0, 80) }] }
    expect((await run(some, '--offline')).code).toBe(0)
    expect(said).toContain('not for Cloudflare')
    expect(await readPolicy()).toContain(origins[79])
    expect((await run(some, '--offline', '--any-https')).code).toBe(0)
    expect(await readPolicy()).toContain("connect-src 'self' https:;")
    expect((await run({ servers: [server] }, '--offline', '--any-https')).code).toBe(0)
    expect(await readPolicy()).toContain("connect-src 'self' https://ehr.example;")
  })

  it('CSP-03 says what the opener policy costs an EHR that takes messages, unless it is left out', async () => {
    const config = { servers: [{ ...server, ehr: { scope: 'launch messaging/ui' } }] }
    expect((await run(config, '--offline')).code).toBe(0)
    expect(said).toContain('With --keep-opener it is.')
    said = ''
    expect((await run(config, '--offline', '--keep-opener')).code).toBe(0)
    expect(said).not.toContain('opens the app in a popup')
    expect(await readFile(join(folder, 'out/_headers'), 'utf8')).not.toContain('Opener-Policy')
  })

  it('CSP-02 refuses a list of EHRs that is too long in any case', async () => {
    const frameAncestors = Array.from({ length: 480 }, (_, index) => `https://${index}.ehr.example`)
    expect(
      (await run({ servers: [server], frameAncestors }, '--offline', '--any-https')).code,
    ).toBe(1)
  })

  it.each([
    ['{', /is not JSON/],
    [
      { servers: [{ ...server, iss: 'x' }], frameAncestors: ['*'] },
      /iss must[^]*frameAncestors\[0\] must/,
    ],
  ])('names what is wrong with %j', async (config, message) => {
    expect(await run(config)).toEqual({ code: 1, names: new Set() })
    expect(said).toMatch(message)
  })

  it.each([
    [[], /Say where the app will be/],
    [['--root', 'app.example'], /--root must/],
    [['--root', 'https://app.example/app'], /--root must/],
    [['--root', 'https://app.example/a";b/'], /--root must/],
    [['--root', root, '--config', 'no-such-folder/config.json'], /can't be read/],
    [['--rot', root], /--rot/],
  ])('says what is wrong with the arguments %j', async (args, message) => {
    expect(await main(args, output)).toBe(1)
    expect(said).toMatch(message)
  })
})
