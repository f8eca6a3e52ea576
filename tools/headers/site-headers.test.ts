import { expect, it } from 'vitest'
import { toSiteHeaders } from './site-headers.ts'

const root = new URL('https://app.example/')
const policy = "default-src 'none'"
const namesOf = (options: { isFramed?: boolean; keepsOpener?: boolean }, address = root) =>
  toSiteHeaders(
    address,
    policy,
    { isFramed: false, keepsOpener: false, ...options },
    [],
  ).always.map(([name]) => name)

it('CSP-03 sends every header where the app stands alone', () => {
  expect(namesOf({})).toEqual([
    'Content-Security-Policy',
    'X-Frame-Options',
    'X-Content-Type-Options',
    'Referrer-Policy',
    'Permissions-Policy',
    'Cross-Origin-Opener-Policy',
    'Strict-Transport-Security',
  ])
})

it('EMB-01 sends no X-Frame-Options where an EHR may frame the app', () => {
  expect(namesOf({ isFramed: true })).not.toContain('X-Frame-Options')
})

it('CSP-03 leaves the opener its hold where an EHR watches its popup', () => {
  expect(namesOf({ keepsOpener: true })).not.toContain('Cross-Origin-Opener-Policy')
})

it('CSP-03 insists on https only where the app is reached by it', () => {
  expect(namesOf({}, new URL('http://localhost:8080/'))).not.toContain('Strict-Transport-Security')
})

it('keeps a remark on one line, whatever a server is called', () => {
  const remarks = ['St. Mary\nevil on;\u0000\u2028x']
  const site = toSiteHeaders(root, policy, { isFramed: false, keepsOpener: false }, remarks)
  expect(site.remarks).toEqual(['St. Mary evil on; x'])
})
