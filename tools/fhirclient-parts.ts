import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const part = (name: string) => fileURLToPath(new URL(`../src/smart/${name}`, import.meta.url))

/** fhirclient's way to the network and its log, replaced by ours (see the files themselves for why). */
export const fhirclientAliases = [
  { find: /^cross-fetch$/, replacement: part('fhirclient-fetch.ts') },
  { find: /^debug$/, replacement: part('fhirclient-debug.cjs') },
]

const replaced: Readonly<Record<string, string>> = {
  './Client': part('fhirclient-client.cjs'),
  './HttpError': part('fhirclient-http-error.cjs'),
  './settings': part('fhirclient-settings.cjs'),
}

/** Leaves out of the build fhirclient's `Client`, what only it needs, and what never comes about; such common names can't be aliases. */
export function withoutFhirclientClient(): Plugin {
  return {
    name: 'without-fhirclient-client',
    enforce: 'pre',
    resolveId: (source, importer) =>
      importer?.includes('/fhirclient/lib/') ? replaced[source] : undefined,
  }
}
