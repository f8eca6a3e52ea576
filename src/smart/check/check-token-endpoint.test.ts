import { afterEach, describe, expect, it, vi } from 'vitest'
import { formOf } from '../test-server.ts'
import { about, answerAs, collectFindings, findAll, refusal, type Otherwise } from './test-check.ts'

afterEach(() => vi.unstubAllGlobals())

const status = (code: number) => new Response('', { status: code })
const { standalone } = { standalone: { clientId: 'one', scope: { v1: 'openid', v2: 'openid' } } }

describe('checkTokenEndpoint', () => {
  it.each<[string, Otherwise['token'], RegExp]>([
    ['F-T13 one that can not be read', 'nothing', /^fault: .*doesn’t say which/],
    ['one that takes anything', Response.json({}), /^fault: .*invented code/],
    ['F-T12 a broken one', status(500), /^fault: .*500/],
    ['F-T14 too many requests', status(429), /^unknown: /],
    ['a refused client id', refusal(401, 'invalid_client'), /^advice: .*client id/],
    [
      'one without this grant',
      refusal(400, 'unsupported_grant_type'),
      /^fault: .*unsupported_grant_type.*authorization code grant/,
    ],
    ['a refusal that is no JSON', status(403), /^unknown: .*names no OAuth error.*403.*firewall/],
    ['an error of its own', refusal(400, 'E1234'), /^unknown: .*names no OAuth error/],
    ['a refused code', refusal(400, 'invalid_grant'), /^well: .*status 400, invalid_grant/],
  ])('says of %s what it means', async (_name, token = 'nothing', words) => {
    const found = about(await findAll({ token }), 'token-endpoint')
    expect(found).toEqual([expect.stringMatching(words)])
  })

  it('LOG-02 shows nothing of what else stands in an error', async () => {
    for (const code of [400, 500]) {
      const token = Response.json({ error: '<b>x', error_description: 'Smith' }, { status: code })
      const text = JSON.stringify(await findAll({ token }))
      expect(text).not.toMatch(/Smith|<b>x/)
    }
  })

  it('asks once for each client id, and says apart what differs', async () => {
    const ids = (sent: ReturnType<typeof answerAs>) =>
      sent.filter(({ init }) => init.method === 'POST').map((one) => formOf(one).get('client_id'))
    const sent = answerAs({})
    expect(about(await collectFindings(), 'token-endpoint')).toHaveLength(1)
    expect(ids(sent)).toEqual(['app-1', 'app-1-ehr'])
    const same = answerAs({})
    await collectFindings({ standalone, ehr: standalone })
    expect(ids(same)).toEqual(['one'])

    vi.stubGlobal('fetch', answerById(fetch))
    const found = about(await collectFindings(), 'token-endpoint')
    expect(found).toEqual([
      expect.stringMatching(/^well: Client id app-1: /),
      expect.stringMatching(/^advice: Client id app-1-ehr: .*refuses the client id/),
    ])
  })

  it('asks for no tokens while the client id is a placeholder', async () => {
    const sent = answerAs({})
    const found = await collectFindings({ isReady: false })
    expect(sent.filter(({ init }) => init.method === 'POST')).toEqual([])
    expect(about(found, 'token-endpoint')).toEqual([
      expect.stringMatching(/^unknown: .*placeholder/),
    ])
    expect(about(found, 'fhir')).toEqual([expect.stringMatching(/^well: /)])
  })

  it('says nothing of a client id that nobody named, but that it was not checked', async () => {
    const token = refusal(401, 'invalid_client')
    const found = await findAll({ token }, {}, { isClientNamed: false })
    expect(about(found, 'client')).toEqual([expect.stringMatching(/^unknown: .*not checked/)])
    expect(about(found, 'token-endpoint')).toEqual([expect.stringMatching(/^well: /)])
  })
})

/** A server that knows the client of sign-ins by hand alone. */
function answerById(usual: typeof fetch): typeof fetch {
  return (input, init) =>
    init?.body instanceof URLSearchParams && init.body.get('client_id') === 'app-1-ehr'
      ? Promise.resolve(refusal(401, 'invalid_client'))
      : usual(input, init)
}
