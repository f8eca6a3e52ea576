import { describe, expect, it, vi } from 'vitest'
import { appRoot, exampleServer } from '../test-server.ts'
import { checkSite, fetchPagesUntil, type SitePage } from './check-site.ts'
import type { SiteSettings } from './check-headers.ts'
import type { Finding } from './finding.ts'
import { about, goodHeaders } from './test-check.ts'

const usualSettings = { servers: [exampleServer], frameAncestors: ['https://ehr.example'] }

function page(kind: string, change: Record<string, string | undefined> = {}): SitePage {
  const headers: Record<string, string | undefined> = { ...goodHeaders, ...change }
  return { status: 200, text: `<html data-page="${kind}">`, header: (name) => headers[name] }
}

/** What is found of a site whose pages are as they should be, but for those given by their path. */
async function findOf(
  otherwise: Readonly<Record<string, SitePage | 'nothing'>> = {},
  settings: Partial<SiteSettings> = {},
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
  for await (const finding of checkSite(appRoot, { ...usualSettings, ...settings }, fetchPage))
    findings.push(finding)
  return findings
}

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
    const found = about(
      await findOf({ '/callback/two/': 'nothing' }, { servers: [exampleServer, other] }),
      'callback-page',
    )
    expect(found).toEqual([
      expect.stringMatching(/^well: .*callback\/ is there/),
      expect.stringMatching(/^fault: .*callback\/two\/.*copy the folder/),
    ])
    expect(about(await findOf({}, { servers: [] }), 'callback-page')).toHaveLength(1)
  })

  it('judges the headers of every page, and names those that lack one', async () => {
    const bare = { 'x-content-type-options': undefined }
    const some = await findOf({
      '/launch/': page('launch', bare),
      '/callback/': page('callback', bare),
    })
    expect(about(some, 'headers')).toEqual([
      expect.stringMatching(/^advice: Of launch\/, callback\/: Not sent: X-Content-Type-Options/),
    ])
    const all = await findOf({
      '/': page('app', bare),
      '/launch/': page('launch', bare),
      '/callback/': page('callback', bare),
    })
    expect(about(all, 'headers')).toEqual([expect.stringMatching(/^advice: Not sent/)])
  })

  it('keeps apart what is well in two ways, and names no more pages than help', async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `${index}`)
    const servers = ids.map((id) => ({
      ...exampleServer,
      redirectUri: `https://app.example/callback/${id}/`,
    }))
    const policy =
      "connect-src 'self' https://ehr.example; frame-ancestors https://ehr.example https://two.example"
    const pages = ids.map((id): [string, SitePage] => [
      `/callback/${id}/`,
      page('callback', { 'content-security-policy': policy }),
    ])
    const found = await findOf(Object.fromEntries(pages), { servers })
    expect(about(found, 'framing')).toEqual([
      expect.stringMatching(/^well: Of the first page, launch\/: /),
      expect.stringMatching(/^well: Of callback\/0\/, .*callback\/4\/ and 4 more: .*two\.example/),
    ])
  })

  it('knows no headers where the first page does not come', async () => {
    expect(about(await findOf({ '/': 'nothing' }), 'headers')[0]).toMatch(/^unknown: /)
  })

  it('stops asking for pages when told to', async () => {
    const stop = new AbortController()
    let given: AbortSignal | null | undefined
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
      given = signal
      return Promise.resolve(new Response('', { headers: { 'x-a': 'b' } }))
    })
    const { header } = await fetchPagesUntil(stop.signal)(appRoot)
    expect([header('x-a'), header('x-b'), given?.aborted]).toEqual(['b', undefined, false])
    stop.abort()
    expect(given?.aborted).toBe(true)
    vi.unstubAllGlobals()
  })
})
