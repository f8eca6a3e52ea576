import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appRoot } from '../test-server.ts'
import { connectLists, isInAll, isWide, readPolicies } from './content-policy.ts'

describe('connectLists and isInAll', () => {
  const lets = (header: string, url: string) =>
    isInAll(connectLists(readPolicies(header)), new URL(url), appRoot)

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
    ["connect-src https:, connect-src 'self'", 'https://x.example/', false],
    ["connect-src 'self', frame-ancestors 'none'", 'https://app.example/x', true],
    ['connect-src https://*', 'https://x.example/', true],
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

describe('isWide', () => {
  it.each(['*', 'https:', 'http:', '*.example', 'https://*.example', 'https://*'])(
    'holds of %s',
    (source) => expect(isWide(source)).toBe(true),
  )

  it.each(["'self'", "'none'", 'ehr.example', 'https://ehr.example', 'ehr.example:*'])(
    'does not hold of %s',
    (source) => expect(isWide(source)).toBe(false),
  )
})
