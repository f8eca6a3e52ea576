import { signInTimeoutMs, strictFetch } from '../strict-fetch.ts'
import { checkHeaders } from './check-headers.ts'
import { advise, fault, unknown, well, type Finding, type Subject } from './finding.ts'

/** A page of the site as it was answered. */
export type SitePage = {
  readonly status: number
  readonly text: string
  readonly header: (name: string) => string | undefined
}

/** Fetches a page of the app's own site; rejects as `fetch` does. */
async function fetchSitePage(url: URL): Promise<SitePage> {
  const response = await strictFetch(url, {}, signInTimeoutMs)
  return {
    status: response.status,
    text: await response.text(),
    header: (name) => response.headers.get(name) ?? undefined,
  }
}

/**
 * Looks at the site that the app came from: whether the pages that others open are there, and whether the host sends
 * the headers that the pages can't bring themselves.
 *
 * `servers` are those of `config.json`; none where it can't be used. Never rejects.
 */
export async function* checkSite(
  root: URL,
  servers: readonly { readonly iss: string; readonly redirectUri: string }[],
  fetchPage: (url: URL) => Promise<SitePage> = fetchSitePage,
): AsyncGenerator<Finding, void> {
  yield await checkPage('launch-page', new URL('launch/', root), 'launch', fetchPage)
  const callbacks = new Set(servers.map(({ redirectUri }) => redirectUri))
  if (callbacks.size === 0) callbacks.add(new URL('callback/', root).href)
  for (const address of callbacks)
    yield await checkPage('callback-page', new URL(address), 'callback', fetchPage)
  const index = await fetchPage(root).catch(() => undefined)
  if (index === undefined)
    yield unknown(
      'headers',
      'The first page could not be fetched again, so its headers are unknown.',
    )
  else yield* checkHeaders(index, root, servers)
}

/** A host that answers every address with the first page would look right by its status alone. */
async function checkPage(
  subject: Subject,
  url: URL,
  kind: 'launch' | 'callback',
  fetchPage: (url: URL) => Promise<SitePage>,
): Promise<Finding> {
  const advice = `Put up the whole folder dist, with ${kind}/index.html${kind === 'callback' ? '; for a server added after the build, copy the folder of another one' : ''}, and let the host answer it at this address without a redirect.`
  const page = await fetchPage(url).catch(() => undefined)
  if (page === undefined)
    return fault(subject, `There is no answer at ${url.href}, or a redirect.`, advice)
  if (page.status !== 200)
    return fault(subject, `${url.href} is answered with status ${page.status}.`, advice)
  if (!page.text.includes(`data-page="${kind}"`))
    return fault(subject, `At ${url.href} is another page than the app’s ${kind} page.`, advice)
  if (!/^text\/html\b/i.test(page.header('content-type') ?? ''))
    return advise(
      subject,
      `${url.href} is there, but is not sent as text/html.`,
      'Let the host send .html files as text/html.',
    )
  return well(subject, `${url.href} is there.`)
}
