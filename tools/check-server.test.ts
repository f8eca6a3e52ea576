import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Faults } from '../sandbox/faults.ts'
import { startLocalEhr, type LocalEhr } from '../sandbox/local-ehr.ts'
import { profiles } from '../sandbox/profiles.ts'
import { appRoot, readLog, SmartClient } from '../sandbox/smart-client.ts'
import { switchFaults } from '../sandbox/switch-faults.ts'
import { main } from './check-server.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())

/** Runs the command as a user would. */
async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = []
  const code = await main(args, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}

const check = (iss: string, ...more: string[]) =>
  run(iss, '--client-id', 'chartside-local', ...more)

describe('npm run check-server', () => {
  it.each(Object.values(profiles))('finds no fault in $name', async ({ name, hasBaseSlash }) => {
    const iss = `${ehr.origin}/${name}/api/FHIR/R4${hasBaseSlash ? '/' : ''}`
    const { code, text } = await check(iss)
    expect(text).not.toContain('[Fault]')
    expect(text).toContain('[Well] Keys (JWKS): 1 of 1 keys can verify an id_token')
    expect(text).toContain('[Well] Token endpoint: The answer can be read')
    expect(text).toContain('[Well] FHIR requests: The answer can be read')
    expect(code).toBe(0)
  })

  it('tells an old Epic, which announces no PKCE, from a newer one', async () => {
    const of = async (name: string) => (await check(`${ehr.origin}/${name}/api/FHIR/R4`)).text
    expect(await of('epic-legacy')).toContain('[Advice] PKCE')
    expect(await of('epic-ehr')).toContain('[Well] PKCE')
  })

  it.each<[string, Faults, RegExp]>([
    ['F-D1', { discovery: 'not-found' }, /\[Advice\] Discovery: .*capability statement/],
    ['F-D7', { discovery: 'html' }, /\[Advice\] Discovery: .*capability statement/],
    ['F-D3', { discovery: 'http-endpoint' }, /\[Fault\] Discovery: .*not an https address/],
    ['F-D6', { discovery: 'plain-only' }, /\[Fault\] Discovery: .*S256/],
    [
      'F-D8',
      { discovery: 'without-cors' },
      /\[Fault\] Discovery: A page of http:\/\/localhost:5180 may not read the answer: there is no Access-Control-Allow-Origin/,
    ],
    [
      'F-D11',
      { discovery: 'foreign-redirect' },
      /\[Fault\] Discovery: The answer is a redirect to 127\.0\.0\.1/,
    ],
    [
      'F-T13',
      { token: ['without-cors'] },
      /\[Fault\] Token endpoint: .*no Access-Control-Allow-Origin/,
    ],
    ['F-T12', { token: ['html-500'] }, /\[Fault\] Token endpoint: .*500/],
    [
      'F-I13',
      { jwks: 'without-cors' },
      /\[Advice\] Keys \(JWKS\): .*no Access-Control-Allow-Origin/,
    ],
    ['F-D12', { discovery: 'without-issuer' }, /\[Not known\] OpenID issuer/],
  ])('%s is found and named', async (_id, faults, words) => {
    await switchFaults(client, faults)
    const { code, text } = await check(client.iss)
    expect(text).toMatch(words)
    expect(code).toBe(text.includes('[Fault]') ? 1 : 0)
  })

  it('finds that another origin is let in nowhere', async () => {
    const { code, text } = await check(
      `${ehr.origin}/strict-ig/api/FHIR/R4`,
      '--origin',
      'http://localhost:9999/chartside',
    )
    expect(code).toBe(1)
    expect(text).toContain(
      'Redirect address to register: http://localhost:9999/chartside/callback/',
    )
    expect(text).toMatch(/\[Fault\] Discovery/)
    expect(text).toMatch(/\[Fault\] FHIR requests: The browser asks first by OPTIONS/)
  })

  it('says nothing of a client id that it was not given, but that it was not checked', async () => {
    await switchFaults(client, {})
    const { code, text } = await run(client.iss)
    expect(code).toBe(0)
    expect(text).toMatch(/\[Not known\] Client id: .*not checked/)
    expect(text).not.toContain('refuses the client id')
    expect((await check(client.iss)).text).not.toContain('] Client id:')
    expect((await run(client.iss, '--client-id', 'nobody')).text).toContain('refuses the client id')
  })

  it('says in words that nothing listens at an address', async () => {
    const gone = await startLocalEhr({ port: 0, appRoots: [appRoot] })
    await gone.close()
    const { code, text } = await run(`${gone.origin}/strict-ig/api/FHIR/R4`)
    expect(code).toBe(1)
    expect(text).toContain('nothing listens at this address')
    expect(text).not.toContain('Access-Control-Allow-Origin with')
  })

  it('sends no cookie, and an Authorization header to the FHIR base alone', async () => {
    await switchFaults(client, {})
    await client.control('DELETE', '/log')
    await check(client.iss)
    const log = await readLog(client)
    expect(log.length).toBeGreaterThan(5)
    expect(log.filter(({ hasCookie }) => hasCookie)).toEqual([])
    expect(log.filter(({ hasAuthorization }) => hasAuthorization).map(({ path }) => path)).toEqual([
      '/faulty/api/FHIR/R4/Patient/chartside-check',
    ])
  })

  it.each([
    [[]],
    [['not an address']],
    [['http://ehr.example/fhir']],
    [['https://ehr.example/fhir', 'https://two.example/fhir']],
    [['https://ehr.example/fhir', '--origin', 'app.example']],
    [['https://ehr.example/fhir', '--secret', 'x']],
  ])('says how it is called to %j', async (args) => {
    const { code, text } = await run(...args)
    expect(code).toBe(2)
    expect(text).toContain('Usage: npm run check-server -- <iss>')
  })
})
