import { describe, expect, it } from 'vitest'
import type { ServerMetadata } from './discovery.ts'
import { chooseScopeSyntax, warnOfMetadata, warnOfToken } from './sign-in-warnings.ts'
import { readTokenResponse } from './token-response.ts'

const metadata = (capabilities: readonly string[], announcesPkce = true): ServerMetadata => ({
  endpoints: {
    authorizationEndpoint: 'https://ehr.example/authorize',
    tokenEndpoint: 'https://ehr.example/token',
    issuer: undefined,
    jwksUri: undefined,
    revocationEndpoint: undefined,
    managementEndpoint: undefined,
    sendsIss: false,
    source: 'smart-configuration',
  },
  announcesPkce,
  capabilities,
})

// As the vendors' servers list them, shortened to what the app looks at.
const epic = ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v1', 'permission-v2']
const oldEpic = ['launch-ehr', 'launch-standalone', 'client-public', 'permission-patient']
const oracle = ['launch-ehr', 'launch-standalone', 'client-public', 'permission-v1']

describe('warnOfMetadata', () => {
  it('DISC-06 has nothing to say of a server that lists what is used', () => {
    expect(warnOfMetadata(metadata(epic), 'ehr')).toEqual([])
    expect(warnOfMetadata(metadata(epic), 'standalone')).toEqual([])
  })

  it('DISC-06 notes what a server does not list, and stops nothing', () => {
    expect(warnOfMetadata(metadata(['launch-ehr']), 'standalone')).toEqual([
      'launch-not-announced',
      'public-client-not-announced',
    ])
  })

  it('DISC-06 makes nothing of a server that lists nothing at all', () => {
    expect(warnOfMetadata(metadata([]), 'ehr')).toEqual([])
  })

  it('DISC-05 notes that PKCE is not listed, as at old Epic sites', () => {
    expect(warnOfMetadata(metadata(oldEpic, false), 'ehr')).toEqual(['pkce-not-announced'])
  })
})

describe('warnOfToken', () => {
  const token = { access_token: 'at', token_type: 'Bearer' }

  it.each([
    [{ ...token, expires_in: 570, scope: 'openid' }, []],
    [{ ...token, expires_in: '570', scope: '' }, []],
    [{ ...token, scope: 'openid' }, ['lifetime-not-said']],
    [{ ...token, expires_in: -1, scope: 'openid' }, ['lifetime-not-said']],
    [{ ...token, expires_in: 570 }, ['scope-not-said']],
  ])('TOK-04 SCOPE-03 notes what %j leaves unsaid: %j', (json, warnings) => {
    expect(warnOfToken(readTokenResponse(json, 'ehr.example'))).toEqual(warnings)
  })
})

describe('chooseScopeSyntax', () => {
  it.each([
    ['Epic', epic, 'v2'],
    ['an old Epic site', oldEpic, 'v1'],
    ['a server that lists version 1 alone', oracle, 'v1'],
    ['a server that lists nothing', [], 'v1'],
  ])('SCOPE-07 asks %s in the syntax it lists', (_name, capabilities, syntax) => {
    expect(chooseScopeSyntax(metadata(capabilities))).toBe(syntax)
  })
})
