import { t } from '../../language/t.ts'
import { signInTimeoutMs, strictFetch } from '../strict-fetch.ts'
import { checkHeaders, type ReadHeader, type SiteSettings } from './check-headers.ts'
import { advise, fault, unknown, well, type Finding, type Subject } from './finding.ts'
import { gatherPages, type PageFindings } from './gather-pages.ts'

/** A page of the site as it was answered. */
export type SitePage = {
  readonly status: number
  readonly text: string
  readonly header: ReadHeader
}

/** Fetches a page of the app's own site; rejects as `fetch` does. */
type FetchPage = (url: URL) => Promise<SitePage>

/** Fetches pages until `signal` ends it. */
export const fetchPagesUntil =
  (signal: AbortSignal): FetchPage =>
  async (url) => {
    const response = await strictFetch(url, { signal }, signInTimeoutMs)
    return {
      status: response.status,
      text: await response.text(),
      header: (name) => response.headers.get(name) ?? undefined,
    }
  }

/**
 * Looks at the site that the app came from: whether the pages that others open are there, and whether the host sends
 * with each of them the headers that the pages can't bring themselves.
 *
 * Of `settings` the servers are none where `config.json` can't be used. Never rejects.
 */
export async function* checkSite(
  root: URL,
  settings: SiteSettings,
  fetchPage: FetchPage,
): AsyncGenerator<Finding, void> {
  const callbacks = new Set(settings.servers.map(({ redirectUri }) => redirectUri))
  if (callbacks.size === 0) callbacks.add(new URL('callback/', root).href)
  const pages: PageFindings[] = []
  const keep = (name: string, page: SitePage | undefined) => {
    if (page?.status !== 200) return
    pages.push({ name, findings: checkHeaders(page.header, root, settings) })
  }
  const fetchSafely = (url: URL) => fetchPage(url).catch(() => undefined)

  const index = await fetchSafely(root)
  keep(t('the first page|in a list of pages'), index)
  const launch = new URL('launch/', root)
  const launchPage = await fetchSafely(launch)
  keep('launch/', launchPage)
  yield judgePage('launch-page', launch, 'launch', launchPage)
  for (const address of callbacks) {
    const url = new URL(address)
    const page = await fetchSafely(url)
    keep(address.startsWith(root.href) ? address.slice(root.href.length) : address, page)
    yield judgePage('callback-page', url, 'callback', page)
  }
  if (index?.status !== 200)
    yield unknown(
      'headers',
      t('The first page could not be fetched again, so its headers are unknown.'),
    )
  yield* gatherPages(pages)
}

/** A host that answers every address with the first page would look right by its status alone. */
function judgePage(
  subject: Subject,
  url: URL,
  kind: 'launch' | 'callback',
  page: SitePage | undefined,
): Finding {
  const advice =
    kind === 'launch'
      ? t(
          'Put up the whole folder dist, with launch/index.html, and let the host answer it at this address without a redirect.',
        )
      : t(
          'Put up the whole folder dist, with callback/index.html; for a server added after the build, copy the folder of another one, and let the host answer it at this address without a redirect.',
        )
  if (page === undefined)
    return fault(
      subject,
      t('There is no answer at {href}, or a redirect.', { href: url.href }),
      advice,
    )
  if (page.status !== 200)
    return fault(
      subject,
      t('{href} is answered with status {status}.', { href: url.href, status: page.status }),
      advice,
    )
  if (!page.text.includes(`data-page="${kind}"`))
    return fault(
      subject,
      kind === 'launch'
        ? t('At {href} is another page than the app’s launch page.', { href: url.href })
        : t('At {href} is another page than the app’s callback page.', { href: url.href }),
      advice,
    )
  if (!/^text\/html\b/i.test(page.header('content-type') ?? ''))
    return advise(
      subject,
      t('{href} is there, but is not sent as text/html.', { href: url.href }),
      t('Let the host send .html files as text/html.'),
    )
  return well(subject, t('{href} is there.', { href: url.href }))
}
