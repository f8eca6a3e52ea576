import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appRoot, exampleServer } from '../test-server.ts'
import { checkSite, type SitePage } from './check-site.ts'
import { letsConnect, readPolicy } from './content-policy.ts'
import type { Finding } from './finding.ts'
import { about } from './test-check.ts'

const goodHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "connect-src 'self' https://ehr.example; frame-ancestors https://ehr.example",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'cache-control': 'no-cache',
}

function page(kind: string, change: Record<string, string | undefined> = {}): SitePage {
  const headers: Record<string, string | undefined> = { ...goodHeaders, ...change }
  return { status: 200, text: `<html data-page="${kind}">`, header: (name) => headers[name] }
}

/** What is found of a site whose pages are as they should be, but for those given by their path. */
async function findOf(
  otherwise: Readonly<Record<string, SitePage | 'nothing'>> = {},
  servers = [exampleServer],
): Promise<Finding[]> {
  const usual: Record<string, SitePage> = {
    '/': page('app'),
    '/launch/': page('launch'),
    '/callback/': page('callback'),
  }
  const fetchPage = ({ pathname }: URL) => {
    const found = otherwise[pathname] ?? usual[pathname]
    return found === undefined || found === 'nothing'
      ? Promise.reject(new TypeError())
      : Promise.resolve(found)
  }
  const findings: Finding[] = []
  for await (const finding of checkSite(appRoot, servers, fetchPage)) findings.push(finding)
  return findings
}

const withHeaders = (change: Record<string, string | undefined>) =>
  findOf({ '/': page('app', change) })

describe('checkSite', () => {
  it('finds nothing amiss with a site in good order', async () => {
    expect((await findOf()).filter(({ verdict }) => verdict !== 'well')).toEqual([])
  })

  it.each<[string, SitePage | 'nothing', RegExp]>([
    ['no answer', 'nothing', /^fault: There is no answer/],
    ['a 404', { ...page('launch'), status: 404 }, /^fault: .*404/],
    ['the first page in its place', page('app'), /^fault: .*another page/],
    ['plain text', page('launch', { 'content-type': 'text/plain' }), /^advice: .*text\/html/],
  ])('says of %s at the launch address what it means', async (_name, answer, words) => {
    expect(about(await findOf({ '/launch/': answer }), 'launch-page')[0]).toMatch(words)
  })

  it('looks at the callback page of each server, and at the usual one without any', async () => {
    const other = { ...exampleServer, redirectUri: 'https://app.example/callback/two/' }
    const found = about(await findOf({}, [exampleServer, other]), 'callback-page')
    expect(found).toEqual([
      expect.stringMatching(/^well: .*callback\/ is there/),
      expect.stringMatching(/^fault: .*callback\/two\/.*copy the folder/),
    ])
    expect(about(await findOf({}, []), 'callback-page')).toHaveLength(1)
  })

  it('tells which servers a header shuts out, and what to send where there is none', async () => {
    const shut = await withHeaders({ 'content-security-policy': "default-src 'self'" })
    expect(about(shut, 'policy')[0]).toMatch(
      /^fault: .*ehr\.example.*connect-src 'self' https:\/\/ehr\.example/,
    )
    const none = await withHeaders({ 'content-security-policy': undefined })
    expect(about(none, 'policy')[0]).toMatch(/^advice: /)
  })

  it('tells who may frame the app', async () => {
    const none = await withHeaders({ 'content-security-policy': undefined })
    expect(about(none, 'framing')[0]).toMatch(/^advice: Any site/)
    const old = await withHeaders({
      'content-security-policy': undefined,
      'x-frame-options': 'DENY',
    })
    expect(about(old, 'framing')[0]).toMatch(/^advice: X-Frame-Options/)
  })

  it('names the other headers that are missing, and a first page that is kept too long', async () => {
    const bare = await withHeaders({
      'x-content-type-options': undefined,
      'strict-transport-security': undefined,
      'cache-control': 'max-age=3600',
    })
    expect(about(bare, 'headers')[0]).toMatch(
      /^advice: Not sent: X-Content-Type-Options: nosniff; Strict/,
    )
    expect(about(bare, 'caching')[0]).toMatch(/^advice: .*kept for a while/)
  })

  it('knows no headers where the first page does not come', async () => {
    expect(about(await findOf({ '/': 'nothing' }), 'headers')[0]).toMatch(/^unknown: /)
  })
})

describe('letsConnect', () => {
  const lets = (header: string, url: string) =>
    letsConnect(readPolicy(header), new URL(url), appRoot)

  it.each([
    ["connect-src 'self' https:", 'https://ehr.example/fhir', true],
    ['connect-src *.example', 'https://ehr.example/fhir', true],
    ['connect-src *.ehr.example', 'https://ehr.example/fhir', false],
    ['connect-src https://ehr.example/fhir/', 'https://ehr.example/fhir', true],
    ['connect-src https://ehr.example:8443', 'https://ehr.example/fhir', false],
    ['connect-src ehr.example:*', 'https://ehr.example:8443/', true],
    ["default-src 'none'; connect-src 'self'", 'https://app.example/x', true],
    ["default-src 'none'", 'https://app.example/x', false],
    ['', 'https://ehr.example/', true],
    ['frame-ancestors https://ehr.example', 'https://x.example/', true],
    ["CONNECT-SRC 'none'; connect-src *", 'https://x.example/', false],
  ])('%s, %s: %s', (header, url, expected) => {
    expect(lets(header, url)).toBe(expected)
  })

  it('lets in what is listed, in whatever company and order, and else nothing', () => {
    const host = fc.stringMatching(/^[a-z]{3,8}\.example$/)
    fc.assert(
      fc.property(fc.uniqueArray(host, { minLength: 1 }), fc.nat(), (hosts, index) => {
        const header = `default-src 'none'; connect-src ${hosts.map((one) => `https://${one}`).join(' ')}`
        expect(lets(header, `https://${hosts[index % hosts.length] ?? ''}/r4`)).toBe(true)
        expect(lets(header, 'https://elsewhere.test/r4')).toBe(false)
      }),
    )
  })
})
