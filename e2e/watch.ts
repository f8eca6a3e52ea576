import type { BrowserContext, ConsoleMessage, Request } from '@playwright/test'
import { setting } from './tenant.ts'
import { findStrayTokens, sentHeaders } from './watch-requests.ts'
import { findSecrets, SecretLedger } from './watch-secrets.ts'
import { readStores } from './watch-stores.ts'

/** What is seen of every page of a context, and what was wrong with it. */
export type Watch = {
  /** Failed loads that the browser itself writes to the console; a test names those it expects. */
  allowFailedLoads(pattern: RegExp): void
  /** Lets the browser's note of a request blocked for want of CORS pass. */
  allowBlockedByCors(): void
  /** Lets the browser's notes of what the page's policy stopped pass. */
  allowViolations(): void
  /** Lets the browser's note of a page that no frame may show pass. */
  allowRefusedFrames(): void
  /** Everything that was wrong, once the test is over; empty is well. */
  findFaults(): Promise<string[]>
}

/** Secrets by their shape, for those that no traffic has shown. */
const shapes = /access_token|eyJ[\w-]+\.eyJ|[?&#]code=|code_verifier/i
/** What a person prefers may outlast the tab: words of the app's own lists, and nothing else. */
const isPreferences = (entries: string) =>
  /^\[(?:\["chartside:preferences","\{(?:,?\\"(?:language|look|registerFor(?:Patient|Clinician))\\":\\"[\w-]{2,9}\\")*\}"\])?\]$/.test(
    entries,
  )
/** The browser's note that a page is slow, or stays where it is: how long something takes is the machine's affair. */
const isLate = (text: string) =>
  /^The resource \S+ was preloaded using link preload but not used within a few seconds/.test(text)
const ownHosts = new Set(['localhost', '127.0.0.1'])
/** The development server puts a script of its own before the page's referrer policy. */
const isDevelopment = (url: URL) => /^\/(?:@|src\/|node_modules\/)/.test(url.pathname)
const isArrival = (url: URL) => /\/(?:launch|callback)\//.test(url.pathname)

/**
 * Watches every page of a context: no error and no CSP violation on the console, nothing unhandled, no other host
 * asked, no token anywhere but at the hospital's own addresses, and no secret or name in console, address, Referer,
 * title or any store (LOG-01, LEAK-07, STO-01, STO-04, URL-05).
 */
export function watchContext(context: BrowserContext): Watch {
  const ledger = new SecretLedger()
  const faults: string[] = []
  const written: string[] = []
  const addresses: string[] = []
  const allowed: RegExp[] = []
  const passing: RegExp[] = []
  const sent: Request[] = []
  const isApp = (url: URL) => url.port === setting('E2E_HOST_PORT')

  function hear(message: ConsoleMessage): void {
    const text = message.text()
    const { url } = message.location()
    const isFailedLoad = text.startsWith('Failed to load resource')
    if (isFailedLoad && allowed.some((pattern) => pattern.test(url))) return
    // The browser's own notes name the addresses that were asked.
    if (passing.some((pattern) => pattern.test(text))) return
    written.push(text)
    if (message.type() === 'error' || (message.type() === 'warning' && !isLate(text)))
      faults.push(`on the console: ${message.type()}: ${text} (${url})`)
  }

  context.on('console', hear)
  context.on('weberror', (error) => faults.push(`unhandled: ${error.error().message}`))
  context.on('request', (request) => {
    sent.push(request)
    ledger.addRequest(request)
    const { hostname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !ownHosts.has(hostname))
      faults.push(`another host: ${hostname}`)
  })
  context.on('response', (response) => ledger.addResponse(response))
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
  })

  /** Tells whether an address is the hospital's that the app of this test is set up for: both lie under one name. */
  function knowOwnTenants(): (url: URL) => boolean {
    const nameOf = ({ pathname }: URL) => pathname.split('/')[1]
    const apps = sent.map((request) => new URL(request.url())).filter(isApp)
    const names = new Set(apps.map(nameOf))
    return (url) => apps.length === 0 || names.has(nameOf(url))
  }

  async function checkRequest(
    request: Request,
    isOwnTenant: (url: URL) => boolean,
  ): Promise<string[]> {
    const url = new URL(request.url())
    const { referer = '', ...headers } = await sentHeaders(request)
    const token = /^Bearer (.+)$/.exec(headers['authorization'] ?? '')?.[1]
    // The hospital's own name alone: its other one, 127.0.0.1, plays the evil host.
    const isFhir =
      url.hostname === 'localhost' &&
      !isApp(url) &&
      isOwnTenant(url) &&
      /^\/[\w-]+\/api\/FHIR\/R4\//.test(url.pathname)
    // A redirect that the app looks at, but doesn't follow, is announced all the same; the server's log has the truth.
    const isAnnounced = request.redirectedFrom() !== null
    const tokens = ledger.signIn.filter(
      ({ kind }) => kind.endsWith('_token') || kind === 'code_verifier',
    )
    const codes = ledger.signIn.filter(({ kind }) => kind === 'code')
    const isOAuth = /\/oauth2\/(?:token|revoke)$/.test(url.pathname)
    // Whose record it is, the FHIR server alone is told; the EHR's own pages and sign-in speak of their own patients.
    const isSignIn = url.origin === setting('E2E_EHR') && /oauth2|well-known/.test(url.pathname)
    const isElsewhere = !ownHosts.has(url.hostname)
    const mayName = isFhir || isAnnounced || !(isApp(url) || isSignIn || isElsewhere)
    const body = request.postData() ?? ''
    return [
      ...(token !== undefined && !isFhir && !isAnnounced
        ? [`a token went to ${url.origin}${url.pathname}`]
        : []),
      ...findSecrets(isDevelopment(url) ? '' : referer, [
        ...ledger.signIn,
        ...(URL.canParse(referer) && isApp(new URL(referer)) ? ledger.patients : []),
      ]).map((kind) => `${kind} in a Referer`),
      ...findSecrets(mayName ? '' : `${url.href} ${body}`, ledger.patients).map(
        (kind) => `${kind} in a request to ${url.pathname.split('/').at(-1) ?? ''}`,
      ),
      ...findSecrets(url.href, isArrival(url) ? tokens : [...tokens, ...codes]).map(
        (kind) => `${kind} in the address of a request`,
      ),
      ...findSecrets(isOAuth ? '' : body, [...tokens, ...codes]).map(
        (kind) => `${kind} in the body of a request to ${url.pathname}`,
      ),
    ]
  }

  function checkAddress(href: string): string[] {
    const url = URL.canParse(href) ? new URL(href) : undefined
    if (!url || !isApp(url)) return []
    const tokens = ledger.signIn.filter(({ kind }) => !isArrival(url) || kind.endsWith('_token'))
    return findSecrets(href, [...tokens, ...ledger.patients]).map((kind) => `${kind} in an address`)
  }

  async function checkPages(): Promise<string[]> {
    const found: string[] = []
    for (const frame of context.pages().flatMap((page) => page.frames())) {
      const url = URL.canParse(frame.url()) ? new URL(frame.url()) : undefined
      if (!url || !isApp(url)) continue
      // The arrival of an answer is out of the address bar by now (CB-05).
      if (url.pathname.includes('/callback/') && url.search + url.hash !== '')
        found.push('an answer is still in the address')
      const stores = await readStores(frame)
      if (!stores) continue
      const { localStorage, sessionStorage, cookie, name, title, databases, caches } = stores
      if (!isPreferences(localStorage)) found.push('something in localStorage')
      if (cookie !== '') found.push('a cookie')
      if (databases > 0) found.push('a database')
      if (caches > 0) found.push('a cache')
      found.push(
        ...findSecrets(`${name} ${title}`, ledger.signIn).map((kind) => `${kind} in name or title`),
      )
      // A patient may be called as a view is.
      const words = title.replace(/^(?:Trend|Patient) – Chartside$/, '')
      found.push(...findSecrets(words, ledger.patients).map((kind) => `${kind} in the title`))
      // A session keeps its tokens and the patient's id; a transaction what the answer must agree with.
      const names = ledger.patients.filter(({ kind }) => kind === 'patient name')
      const spent = ledger.signIn.filter(({ kind }) => !/^(?:access|refresh)_token$/.test(kind))
      for (const [key, record] of sessionStorage) {
        const forbidden = key.endsWith(':transaction') ? names : [...spent, ...names]
        found.push(...findSecrets(record, forbidden).map((kind) => `${kind} in sessionStorage`))
      }
    }
    return found
  }

  return {
    allowFailedLoads: (pattern) => allowed.push(pattern),
    allowBlockedByCors: () => passing.push(/blocked by CORS policy/),
    allowViolations: () => passing.push(/Content Security Policy|requires 'Trusted/),
    allowRefusedFrames: () => passing.push(/^Refused to display/),
    async findFaults() {
      await ledger.settle()
      const secrets = [...ledger.signIn, ...ledger.patients]
      const isOwnTenant = knowOwnTenants()
      const spoken = written.flatMap((text) => [
        ...findSecrets(text, secrets).map((kind) => `${kind} on the console`),
        ...(shapes.test(text) ? ['something like a token on the console'] : []),
      ])
      const all = [
        ...faults,
        ...spoken,
        ...(await Promise.all(sent.map((request) => checkRequest(request, isOwnTenant)))).flat(),
        ...addresses.flatMap(checkAddress),
        ...(await checkPages()),
        ...(await findStrayTokens(sent)),
      ]
      return [...new Set(all)]
    },
  }
}
