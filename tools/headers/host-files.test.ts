import { describe, expect, it } from 'vitest'
import { writeHostFiles } from './host-files.ts'
import { exampleSite } from './test-site.ts'

const files = writeHostFiles(exampleSite())
const textOf = (name: string) => files.get(name) ?? ''
const blocksOf = (text: string, head: RegExp) =>
  text
    .split(head)
    .slice(1)
    .map((block) => block.split(/^}|^<\//m)[0] ?? '')

describe('files for hosts', () => {
  it.each([...files.keys()].filter((name) => !/cloudfront/.test(name)))(
    'CSP-01 CSP-03 say every header in %s',
    (name) => {
      const missing = exampleSite().always.filter(
        (header) => !header.every((part) => textOf(name).includes(part)),
      )
      expect(missing).toEqual([])
    },
  )

  it.each([...files.keys()].filter((name) => !/json|function/.test(name)))(
    'CSP-02 say in %s what could not be learned, as a comment of one line',
    (name) => {
      const line = textOf(name)
        .split('\n')
        .find((one) => one.includes('One server was not asked.'))
      expect(line).toMatch(name === 'README.md' ? /^One server/ : /^# One server/)
    },
  )

  it('CSP-03 repeat every header in each location of nginx, for errors too', () => {
    const locations = blocksOf(textOf('nginx.conf'), /^location .*{$/m)
    expect(locations).toHaveLength(3)
    for (const location of locations) {
      const added = location.match(/add_header .*/g) ?? []
      expect(added).toHaveLength(exampleSite().always.length + 1)
      expect(added.every((line) => line.endsWith(' always;'))).toBe(true)
    }
    expect(textOf('nginx.conf').match(/^location .*(?= {)/gm)).toEqual([
      'location ^~ /some/app/',
      'location ^~ /some/app/assets/',
      'location = /some/app/config.json',
    ])
  })

  it('CSP-02 give nginx a long policy in parts, which it refuses in one', () => {
    const policy = 'x'.repeat(6_900)
    const text = writeHostFiles(exampleSite('https://app.example/', policy)).get('nginx.conf') ?? ''
    const parts = [...text.matchAll(/^set \$(\w+) "(x+)";$/gm)]
    expect(parts.map(([, , part = '']) => part).join('')).toBe(policy)
    expect(parts.every(([, , part = '']) => part.length <= 4_000)).toBe(true)
    expect(text).toContain(`"${parts.map(([, name = '']) => `\${${name}}`).join('')}" always;`)
  })

  it('CSP-03 give no path two rules for Cache-Control in _headers, which would be joined', () => {
    const rules = new Map(
      textOf('_headers')
        .split('\n\n')
        .slice(1)
        .map((rule) => [rule.split('\n')[0] ?? '', rule] as const),
    )
    const patterns = [...rules]
      .filter(([, rule]) => rule.includes('Cache-Control'))
      .map(([path]) => path)
    const paths = ['', 'index.html', 'launch/', 'callback/epic/', 'assets/a.js', 'config.json']
    const counts = paths.map((path) => {
      const whole = `/some/app/${path}`
      const matching = patterns.filter((pattern) =>
        pattern.endsWith('*') ? whole.startsWith(pattern.slice(0, -1)) : whole === pattern,
      )
      return matching.length
    })
    expect(counts).toEqual(paths.map(() => 1))
    expect(rules.get('/some/app/assets/*')).toContain('immutable')
  })

  it('CSP-02 warn of a policy that Cloudflare would ignore', () => {
    const warned = (policy: string) =>
      writeHostFiles(exampleSite('https://app.example/', policy))
        .get('_headers')
        ?.includes('not for Cloudflare')
    expect(warned('x'.repeat(2_000))).toBe(true)
    expect(warned('x'.repeat(1_500))).toBe(false)
  })

  it('CSP-03 have Azure keep hashed files and nothing else', () => {
    expect(JSON.parse(textOf('staticwebapp.config.json'))).toMatchObject({
      globalHeaders: { 'Cache-Control': 'no-store' },
      routes: [
        {
          route: '/some/app/assets/*',
          headers: { 'Cache-Control': 'public, max-age=31536000, immutable' },
        },
        { route: '/some/app/config.json', headers: { 'Cache-Control': 'max-age=60' } },
      ],
      responseOverrides: { '404': { rewrite: '/some/app/404.html' } },
    })
  })

  it('CSP-01 CSP-03 give CloudFront its own settings, and count the rest, as it wants', () => {
    const policy = JSON.parse(textOf('cloudfront.json')) as {
      Name: string
      SecurityHeadersConfig: object
      CustomHeadersConfig: { Quantity: number; Items: { Header: string }[] }
    }
    expect(policy.SecurityHeadersConfig).toMatchObject({
      ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'" },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000 },
    })
    expect(policy.Name).toBe('chartside-app-example-some-app')
    expect(policy.CustomHeadersConfig.Items.map(({ Header }) => Header)).toEqual([
      'Permissions-Policy',
      'Cross-Origin-Opener-Policy',
    ])
    expect(policy.CustomHeadersConfig.Quantity).toBe(2)
  })

  it('lead to real files at the root of a host, too', () => {
    const texts = [...writeHostFiles(exampleSite('https://app.example/')).values()]
    expect(texts.filter((text) => /[^:]\/\/(?:404|assets|config)/.test(text))).toEqual([])
  })
})
