import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Faults } from './faults.ts'
import { startLocalEhr } from './local-ehr.ts'
import type { LocalEhr } from './local-ehr.ts'
import { SmartClient, appOrigin, appRoot, readAnswer, readJson, readLog } from './smart-client.ts'
import type { Answer } from './smart-client.ts'
import { switchFaults } from './switch-faults.ts'

let ehr: LocalEhr
let client: SmartClient

beforeAll(async () => {
  ehr = await startLocalEhr({ port: 0, appRoots: [appRoot] })
  client = new SmartClient(ehr.origin, 'faulty')
})
afterAll(async () => ehr.close())

const switchOn = (faults: Faults) => switchFaults(client, faults)

describe('discovery faults', () => {
  const discover = async () =>
    readAnswer(
      await fetch(`${client.iss}/.well-known/smart-configuration`, {
        headers: { Origin: appOrigin },
        signal: AbortSignal.timeout(300),
      }),
    )

  it.each([
    ['not-found', ({ status }: Answer) => status === 404],
    ['html', ({ status, text }: Answer) => status === 200 && text.startsWith('<!DOCTYPE')],
    [
      'relative-endpoints',
      ({ json }: Answer) =>
        new URL(String(json['token_endpoint']), `${client.iss}/`).href ===
          `${ehr.origin}/faulty/oauth2/token` && !URL.canParse(String(json['token_endpoint'])),
    ],
    [
      'http-endpoint',
      ({ json }: Answer) =>
        json['authorization_endpoint'] === 'http://ehr.example/oauth2/authorize',
    ],
    ['without-s256', ({ json }: Answer) => !('code_challenge_methods_supported' in json)],
    [
      'plain-only',
      ({ json }: Answer) => String(json['code_challenge_methods_supported']) === 'plain',
    ],
    ['other-issuer', ({ json }: Answer) => json['issuer'] === 'https://other.example/oauth2'],
    ['without-issuer', ({ json }: Answer) => !('issuer' in json) && !('jwks_uri' in json)],
    [
      'without-cors',
      ({ status, headers }: Answer) =>
        status === 200 && headers.get('Access-Control-Allow-Origin') === null,
    ],
  ] as const)('%s', async (discovery, isSeen) => {
    await switchOn({})
    expect(isSeen(await discover())).toBe(false)
    await switchOn({ discovery })
    expect(isSeen(await discover())).toBe(true)
  })

  it('hang', async () => {
    await switchOn({ discovery: 'hang' })
    await expect(discover()).rejects.toThrow(/timeout/)
  })

  it('foreign-token-endpoint takes the code on another origin, which shows in the log', async () => {
    await switchOn({ discovery: 'foreign-token-endpoint' })
    await client.control('DELETE', '/log')
    const { json } = await client.exchange(await client.launch())
    expect(json).toHaveProperty('access_token')
    const log = await readLog(client)
    expect(log.at(-1)).toMatchObject({
      path: '/faulty/oauth2/token',
      host: `127.0.0.1:${ehr.port}`,
    })
  })

  it('foreign-redirect leads to the document on another origin', async () => {
    const ask = async () =>
      fetch(client.address('.well-known/smart-configuration'), { redirect: 'manual' })
    await switchOn({})
    expect((await ask()).status).toBe(200)
    await switchOn({ discovery: 'foreign-redirect' })
    const answer = await ask()
    const location = answer.headers.get('location') ?? ''
    expect([answer.status, new URL(location).host]).toEqual([302, `127.0.0.1:${ehr.port}`])
    expect(await readJson(location)).toHaveProperty('token_endpoint')
  })

  it('xml-without-accept answers JSON to those who ask for it', async () => {
    const ask = async (accept: string) =>
      (await client.fhir('.well-known/smart-configuration', undefined, { Accept: accept })).text
    await switchOn({ discovery: 'xml-without-accept' })
    expect(await ask('*/*')).toMatch(/^<\?xml/)
    expect(await ask('application/json')).toContain('"token_endpoint"')
  })

  it('F-I12 other-openid-issuer shows in openid-configuration, where the app has to look', async () => {
    await switchOn({ discovery: 'other-openid-issuer' })
    const openid = await readJson(`${ehr.origin}/faulty/oauth2/.well-known/openid-configuration`)
    expect(openid['issuer']).toBe('https://other.example/oauth2')
    expect((await discover()).json).not.toHaveProperty('issuer')
  })
})
