import type { ConfigFault } from '../config/config-faults.ts'
import type { ServerConfig } from '../config/server-config.ts'
import { checkServer } from '../smart/check/check-server.ts'
import { checkSite } from '../smart/check/check-site.ts'
import { fault, type Finding } from '../smart/check/finding.ts'
import { judgeBrowser } from '../smart/check/judge-browser.ts'
import { readBrowser } from '../smart/check/read-browser.ts'
import { askStrictly, type Ask } from '../smart/strict-fetch.ts'
import type { RegisteredAddress } from '../views/check/check-view.tsx'
import type { Check } from './use-checks.ts'

/** What there is to check: a configuration at fault, this browser, this site, and each server. */
export function planChecks(
  servers: readonly ServerConfig[],
  faults: readonly ConfigFault[],
  root: URL,
): Check[] {
  const config = { key: 'config', title: 'config.json', run: () => describeFaults(faults) }
  return [
    ...(faults.length > 0 ? [config] : []),
    { key: 'site', title: 'This site', run: () => checkSite(root, servers) },
    { key: 'browser', title: 'This browser', run: checkBrowser },
    ...servers.map((server) => ({
      key: `server:${server.id}`,
      title: server.name,
      run: (signal: AbortSignal) => checkServer(server, root, askUntil(signal)),
    })),
  ]
}

/** The addresses that servers want registered; where nothing is configured, those that hold anyway. */
export function toAddresses(servers: readonly ServerConfig[], root: URL): RegisteredAddress[] {
  const launch = { label: 'Launch address', address: new URL('launch/', root).href }
  if (servers.length === 0)
    return [launch, { label: 'Redirect address', address: new URL('callback/', root).href }]
  return [
    launch,
    ...servers.map(({ name, redirectUri }) => ({
      label: `Redirect address for ${name}`,
      address: redirectUri,
    })),
  ]
}

const askUntil =
  (signal: AbortSignal): Ask =>
  (url, init, timeoutMs) =>
    askStrictly(url, { ...init, signal }, timeoutMs)

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
        'Correct it in config.json, and check again after a reload.',
      ),
    ),
  )
}
