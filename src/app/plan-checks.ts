import type { ConfigFault } from '../config/config-faults.ts'
import type { AppConfig, ServerConfig } from '../config/server-config.ts'
import { t } from '../language/t.ts'
import type { SiteSettings } from '../smart/check/check-headers.ts'
import { checkServer } from '../smart/check/check-server.ts'
import { checkSite, fetchPagesUntil } from '../smart/check/check-site.ts'
import { fault, type Finding } from '../smart/check/finding.ts'
import { judgeBrowser } from '../smart/check/judge-browser.ts'
import { readBrowser } from '../smart/check/read-browser.ts'
import { watchPolicy } from '../smart/check/watch-policy.ts'
import { askStrictly } from '../smart/strict-fetch.ts'
import type { RegisteredAddress } from '../views/check/check-view.tsx'
import type { Check } from './use-checks.ts'

/** What there is to check: a configuration at fault, this browser, this site, and each server. */
export function planChecks(
  config: AppConfig | undefined,
  faults: readonly ConfigFault[],
  root: URL,
): Check[] {
  const settings: SiteSettings = config ?? { servers: [], frameAncestors: [] }
  const broken = { key: 'config', title: 'config.json', run: () => describeFaults(faults) }
  return [
    ...(faults.length > 0 ? [broken] : []),
    {
      key: 'site',
      title: t('This site'),
      run: (signal: AbortSignal) => checkSite(root, settings, fetchPagesUntil(signal)),
    },
    { key: 'browser', title: t('This browser'), run: checkBrowser },
    ...withTitles(config?.servers ?? []).map(({ server, title }) => ({
      key: `server:${server.id}`,
      title,
      run: (signal: AbortSignal, sendsRefused: boolean) =>
        checkInPage(server, root, signal, sendsRefused),
    })),
  ]
}

/** The addresses that servers want registered; where nothing is configured, the launch address alone holds. */
export function toAddresses(servers: readonly ServerConfig[], root: URL): RegisteredAddress[] {
  return [
    { key: 'launch', label: t('Launch address'), address: new URL('launch/', root).href },
    ...withTitles(servers).map(({ server: { id, redirectUri }, title }) => ({
      key: `server:${id}`,
      label: t('Redirect address for {server}', { server: title }),
      address: redirectUri,
    })),
  ]
}

/** Names may repeat; then the id, which can't, tells servers apart. */
function withTitles(servers: readonly ServerConfig[]) {
  const counts = new Map<string, number>()
  for (const { name } of servers) counts.set(name, (counts.get(name) ?? 0) + 1)
  return servers.map((server) => ({
    server,
    title: counts.get(server.name) === 1 ? server.name : `${server.name} (${server.id})`,
  }))
}

/** What this site's own policy keeps from the server is said of the site, since no vendor can change it. */
async function* checkInPage(
  server: ServerConfig,
  root: URL,
  signal: AbortSignal,
  sendsRefused: boolean,
): AsyncGenerator<Finding, void> {
  const { ask, describe } = watchPolicy((url, init, timeoutMs) =>
    askStrictly(url, { ...init, signal }, timeoutMs),
  )
  yield* checkServer(server, root, { ask, sendsRefused, isClientNamed: true })
  yield* describe()
}

async function* checkBrowser(): AsyncGenerator<Finding, void> {
  yield* judgeBrowser(await readBrowser())
}

/** Each fault under the field it belongs to, in the words that say what to write. */
async function* describeFaults(faults: readonly ConfigFault[]): AsyncGenerator<Finding, void> {
  yield* await Promise.resolve(
    faults.map(({ field, message }) =>
      fault(
        'config',
        `${field} ${message}`,
        t('Correct it in config.json, and check again after a reload.'),
      ),
    ),
  )
}
