import { describe, expect, it } from 'vitest'
import { appRoot, exampleServer } from '../test-server.ts'
import { checkHeaders, type SiteSettings } from './check-headers.ts'
import type { Subject } from './finding.ts'
import { about, goodHeaders } from './test-check.ts'

type Headers = Readonly<Record<string, string | undefined>>

const ehr = 'https://ehr.example'
const usual: SiteSettings = { servers: [exampleServer], frameAncestors: [ehr] }

/** What is found of a page whose headers are as they should be, but for some. */
function find(subject: Subject, change: Headers, settings: Partial<SiteSettings> = {}) {
  const headers: Headers = { ...goodHeaders, ...change }
  const found = checkHeaders((name) => headers[name], appRoot, { ...usual, ...settings })
  return about(found, subject)[0] ?? ''
}

const policy = (text: string | undefined, more: Headers = {}) => ({
  'content-security-policy': text,
  ...more,
})

describe('checkHeaders', () => {
  it.each<[string, string | undefined, RegExp]>([
    [
      'default-src alone',
      "default-src 'self'",
      /^fault: .*reaching https:\/\/ehr\.example.*npm run/,
    ],
    ['no header', undefined, /^advice: No header names/],
    ['another directive', "frame-ancestors 'none'", /^advice: No header names/],
    ['a star', 'connect-src *', /^advice: .*more than it has servers.* \*/],
    ['any https', "connect-src 'self' https:", /^advice: .*more than .* https:/],
    ['all names of a domain', `connect-src *.example ${ehr}`, /^advice: .*\*\.example/],
    ['a wide and a narrow one', `connect-src https:, connect-src ${ehr}`, /^well: /],
    ['one that shuts out of two', `connect-src ${ehr}, connect-src 'self'`, /^fault: /],
  ])('CSP-02 says of a policy with %s what it means', (_name, text, words) => {
    expect(find('policy', policy(text))).toMatch(words)
  })

  it('looks for the further origins of a server too', () => {
    const server = { ...exampleServer, origins: ['https://login.example'] }
    expect(find('policy', {}, { servers: [server] })).toMatch(
      /^fault: .*reaching https:\/\/login\.example\./,
    )
  })

  it.each<[string, Headers, RegExp]>([
    ['no header', policy(undefined), /^advice: Any site.*frame-ancestors 'self' https:\/\/ehr/],
    ['a star', policy('frame-ancestors *'), /^advice: .*more sites.*: \*\./],
    ['any https', policy(`frame-ancestors ${ehr} https:`), /^advice: .*more sites/],
    ['all names of a domain', policy('frame-ancestors *.example'), /^advice: .*more sites/],
    [
      'another EHR',
      policy('frame-ancestors https://x.example'),
      /^fault: .*: https:\/\/ehr\.example/,
    ],
    ['none', policy("frame-ancestors 'none'"), /^fault: /],
    ['an extra EHR', policy(`frame-ancestors ${ehr} https://x.example`), /^well: .*x\.example/],
    [
      'two policies, one of which shuts out',
      policy(`frame-ancestors ${ehr}, frame-ancestors 'self'`),
      /^fault: /,
    ],
    [
      'two policies',
      policy(`frame-ancestors *, frame-ancestors ${ehr}`),
      /^well: .*: \*, and of these alone: https:\/\/ehr\.example/,
    ],
    ['DENY', policy(undefined, { 'x-frame-options': 'deny' }), /^fault: X-Frame-Options/],
    ['ALLOWALL', policy(undefined, { 'x-frame-options': 'ALLOWALL' }), /^advice: Any site/],
  ])('EMB-01 says of %s who may frame the app', (_name, headers, words) => {
    expect(find('framing', headers)).toMatch(words)
  })

  it('EMB-01 takes no frame for well where config.json names none', () => {
    const none = { frameAncestors: [] }
    expect(find('framing', policy("frame-ancestors 'none'"), none)).toMatch(/^well: .*'none'/)
    const old = policy(undefined, { 'x-frame-options': 'SAMEORIGIN' })
    expect(find('framing', old, none)).toMatch(/^advice: X-Frame-Options.*frame-ancestors 'none'/)
  })

  it.each<[string, string | undefined, RegExp]>([
    ['x-content-type-options', 'nosniff-please', /Not sent: X-Content-Type-Options: nosniff\./],
    ['referrer-policy', 'no-referrer-when-downgrade', /Not sent: Referrer-Policy/],
    ['referrer-policy', 'no-referrer, same-origin', /Not sent: Referrer-Policy/],
    ['referrer-policy', 'strict-origin, no-referrer', /^well/],
    ['strict-transport-security', 'max-age=0', /Not sent: Strict-Transport-Security/],
    ['strict-transport-security', 'includeSubDomains', /Not sent: Strict-Transport-Security/],
    ['strict-transport-security', 'includeSubDomains; Max-Age="300"', /^well/],
    ['cross-origin-opener-policy', 'same-origin-allow-popups', /Not sent: Cross-Origin-Opener/],
    ['cross-origin-opener-policy', undefined, /--keep-opener/],
    ['permissions-policy', 'camera=*', /Not sent: Permissions-Policy: camera=\(\)/],
  ])('CSP-03 reads %s: %s to the letter', (name, value, words) => {
    expect(find('headers', { [name]: value })).toMatch(words)
  })

  it.each<[string | undefined, RegExp]>([
    ['no-store', /^well/],
    ['private, No-Cache', /^well/],
    ['max-age=0, must-revalidate', /^well/],
    ['max-age=0', /^advice: .*kept for a while.*no-store/],
    ['max-age=0600, must-revalidate', /^advice: .*kept for a while/],
    ['no-cache="set-cookie"', /^advice: /],
    ['max-age=3600', /^advice: /],
    [undefined, /^advice: Nothing says/],
  ])('CSP-03 says of cache-control: %s what it means', (value, words) => {
    expect(find('caching', { 'cache-control': value })).toMatch(words)
  })
})
