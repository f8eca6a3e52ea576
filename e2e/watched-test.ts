import { test as base, expect, type BrowserContext } from '@playwright/test'

type Watch = {
  /** Failed loads that the browser itself writes to the console; a test names those it expects. */
  allowFailedLoads(pattern: RegExp): void
  /** Lets the browser's note of a request blocked for want of CORS pass. */
  allowBlockedByCors(): void
  /** Lets the browser's notes of what the page's policy stopped pass. */
  allowViolations(): void
}

/**
 * A test during which every page is watched: whatever the page, the console shows no error and no CSP violation,
 * nothing goes unhandled, no token, code or patient shows in console or address, and no other host is asked.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context }, use) => {
      const faults: string[] = []
      const allowed: RegExp[] = []
      const blockable: RegExp[] = []
      watchContext(context, faults, allowed, blockable)
      await use({
        allowFailedLoads: (pattern) => allowed.push(pattern),
        allowBlockedByCors: () => blockable.push(/blocked by CORS policy/),
        allowViolations: () => blockable.push(/Content Security Policy|requires 'Trusted/),
      })
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

const secrets = /access_token|eyJ[\w-]+\.eyJ|[?&#]code=|code_verifier|gen-dana-demo|Dana|Chalmers/i

function watchContext(
  context: BrowserContext,
  faults: string[],
  allowed: readonly RegExp[],
  blockable: readonly RegExp[],
): void {
  const isAllowed = (url: string) => allowed.some((pattern) => pattern.test(url))
  context.on('console', (message) => {
    const text = `${message.type()}: ${message.text()} (${message.location().url})`
    const isFailedLoad = message.text().startsWith('Failed to load resource')
    if (isFailedLoad && isAllowed(message.location().url)) return
    if (blockable.some((pattern) => pattern.test(message.text()))) return
    if (message.type() === 'error' || message.type() === 'warning') faults.push(text)
    if (secrets.test(message.text())) faults.push(`a secret in the console: ${text}`)
  })
  context.on('weberror', (error) => faults.push(`unhandled: ${error.error().message}`))
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== 'localhost' && hostname !== '127.0.0.1')
      faults.push(`another host: ${hostname}`)
    // The development server puts a script of its own before the page's referrer policy.
    const isVite = /^\/(?:@|src\/|node_modules\/)/.test(new URL(request.url()).pathname)
    if (!isVite && /[?&]code=|code_verifier/.test(request.headers()['referer'] ?? ''))
      faults.push('a code in a Referer')
  })
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => {
      if (/access_token|eyJ[\w-]+\.eyJ/.test(frame.url())) faults.push('a token in an address')
    })
  })
}

export { expect }
