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

/**
 * Reads `config.json` beside `index.html` at each start, so that an edit takes effect without a rebuild, as soon as the
 * host's `Cache-Control` allows. The page has asked for it already (`tools/page-preloads.ts`).
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
  const response = await fetch(new URL('config.json', root), {
    credentials: 'same-origin',
  }).catch((cause: unknown) => {
    throw fault('could not be fetched from this site.', cause)
  })
  if (!response.ok) throw fault(`was answered with status ${response.status}.`)
  return response.json().catch((cause: unknown) => {
    throw fault('is not JSON: check for a missing comma or quotation mark.', cause)
  })
}
