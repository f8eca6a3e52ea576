import type { ConfigFault } from './config-faults.ts'
import { readConfig } from './read-config.ts'
import type { AppConfig } from './server-config.ts'

/** `config.json` is missing, isn't JSON, or holds faults; each fault names its field. */
export class ConfigError extends Error {
  readonly faults: readonly ConfigFault[]

  constructor(faults: readonly ConfigFault[], options?: ErrorOptions) {
    super('config.json cannot be used', options)
    this.name = 'ConfigError'
    this.faults = faults
  }
}

/** What is older than this is asked for anew, whatever the host says of it, or doesn't: browsers then guess. */
const longestKeptMs = 10 * 60_000

/**
 * Reads `config.json` beside `index.html` at each start, so that an edit takes effect without a rebuild, as soon as the
 * host's `Cache-Control` allows, and after ten minutes in any case. The page has asked for it already
 * (`tools/page-preloads.ts`).
 *
 * @throws {ConfigError} naming every fault
 */
export async function loadConfig(root: URL): Promise<AppConfig> {
  const reading = readConfig(await fetchConfig(root), root)
  if (reading.kind === 'invalid') throw new ConfigError(reading.faults)
  return reading.config
}

async function fetchConfig(root: URL): Promise<unknown> {
  const fault = (message: string, cause?: unknown) =>
    new ConfigError([{ field: 'config.json', message }], { cause })
  const ask = (cache: RequestCache) =>
    fetch(new URL('config.json', root), { credentials: 'same-origin', cache }).catch(
      (cause: unknown) => {
        throw fault('could not be fetched from this site.', cause)
      },
    )
  const kept = await ask('default')
  const response = isOld(kept) ? await ask('no-cache') : kept
  if (!response.ok) throw fault(`was answered with status ${response.status}.`)
  return response.json().catch((cause: unknown) => {
    throw fault('is not JSON: check for a missing comma or quotation mark.', cause)
  })
}

/** Whether an answer was sent so long ago that it may have been edited since. */
function isOld({ headers }: Response): boolean {
  const sentAt = Date.parse(headers.get('date') ?? '')
  return Date.now() - sentAt > longestKeptMs
}
