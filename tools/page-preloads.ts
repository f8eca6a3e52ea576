import type { Rolldown } from 'vite'
import { readConfig } from '../src/config/read-config.ts'
import { toBaseUrl } from '../src/fhir/base-url.ts'

/** What a page is for. */
export type PageKind = 'launch' | 'callback' | 'app'

type Bundle = Readonly<Record<string, Rolldown.OutputChunk | Rolldown.OutputAsset>>

/** Modules that each page imports once its script runs, known beforehand; asked for at once, they cost no way more. */
const opened: Readonly<Record<PageKind, readonly string[]>> = {
  launch: ['src/app/open-launch.ts'],
  callback: ['src/app/open-callback.ts', 'src/smart/token-endpoint.ts'],
  app: ['src/app/open-app.tsx'],
}

const record = [
  'src/app/record-routes.tsx',
  'src/app/open-sessions.ts',
  'src/patient/read-patient.ts',
]

/** What the addresses within the app begin with, by the names that `src/early.js` has for them. */
const parts = {
  home: ['src/app/home-page.tsx'],
  overview: [...record, 'src/app/overview-page.tsx'],
  results: [...record, 'src/app/results-page.tsx'],
  record,
}

const firstView = ['src/app/open-app.tsx', ...parts.overview]

/** What it imports later, while it waits for the server: none of it may stand in the way of the others. */
const openedSoon: Readonly<Record<PageKind, readonly string[]>> = {
  launch: [],
  callback: firstView,
  app: [],
}

/** What the page after this one needs: fetched last, while the person or the server is busy. */
const openedNext: Readonly<Record<PageKind, readonly string[]>> = {
  launch: [...opened.callback, ...firstView],
  callback: [],
  app: [],
}

/**
 * Gives the tags by which a page asks for its files as soon as the browser has read its head. `discovery` are the
 * documents of {@link discoveryAddresses}.
 */
export function toPreloads(
  bundle: Bundle,
  kind: PageKind,
  discovery: readonly string[],
): readonly string[] {
  // The launch page leaves as soon as it can. On the others, what is drawn before its styles are there would move with them.
  const styles = kind === 'launch' ? [] : filesOf(bundle, opened.app).filter(isStyle)
  const now = filesOf(bundle, opened[kind]).filter((file) => !styles.includes(file))
  const others = (files: readonly string[]) =>
    files.filter((file) => !now.includes(file) && !styles.includes(file))
  const soon = others(filesOf(bundle, openedSoon[kind]))
  const next = others(filesOf(bundle, openedNext[kind]))
  const fetched = ['./config.json', ...(kind === 'launch' ? discovery : [])]
  return [
    ...styles.map((file) => `<link rel="stylesheet" crossorigin href="./${file}">`),
    ...fetched.map(toFetchTag),
    ...now.map((file) => toModuleTag(file)),
    ...soon.map((file) => toModuleTag(file, ' fetchpriority="low"')),
    ...next.map(
      (file) => `<link rel="prefetch" as="${isStyle(file) ? 'style' : 'script'}" href="./${file}">`,
    ),
  ]
}

/** Gives the files of each part of the app, beside those that its page asks for anyway, as `src/early.js` reads them. */
export function toParts(bundle: Bundle): Readonly<Record<string, readonly string[]>> {
  const known = filesOf(bundle, opened.app)
  const isMore = (file: string) => !known.includes(file)
  return Object.fromEntries(
    Object.entries(parts).map(([part, sources]) => {
      const files = filesOf(bundle, sources).filter(isMore)
      return [part, files.map((file) => `./${file}`)]
    }),
  )
}

const isStyle = (file: string) => file.endsWith('.css')

const toModuleTag = (file: string, more = '') =>
  isStyle(file)
    ? `<link rel="preload" as="style" crossorigin href="./${file}"${more}>`
    : `<link rel="modulepreload" crossorigin href="./${file}"${more}>`

/** Asks for a document as the app does, so that its own asking finds it: with CORS, credentials for its own origin alone. */
export const toFetchTag = (address: string): string =>
  `<link rel="preload" as="fetch" crossorigin href="${escapeAttribute(address)}" referrerpolicy="no-referrer">`

/**
 * Files of the modules, or of the chunks of these names, and of all that they import statically, styles among them, in the
 * order of their importing.
 *
 * @throws {Error} if the build has no such chunk
 */
export function filesOf(bundle: Bundle, sources: readonly string[]): readonly string[] {
  const found = new Set<string>()
  const visit = (name: string) => {
    const chunk = bundle[name]
    if (found.has(name) || chunk?.type !== 'chunk') return
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    chunk.imports.forEach(visit)
  }
  for (const source of sources) {
    const chunk = Object.values(bundle).find(
      (one) =>
        one.type === 'chunk' &&
        (one.name === source || one.moduleIds.some((id) => id.endsWith(`/${source}`))),
    )
    if (!chunk) throw new Error(`The build has no chunk for ${source}.`)
    visit(chunk.fileName)
  }
  return [...found]
}

/**
 * Where the only server of a configuration is discovered: a launch page of one hospital asks there before it knows more.
 * With several none is asked, as a launch is the affair of one alone (DISC-01, ISS-03).
 */
export function discoveryAddresses(config: unknown): readonly string[] {
  const reading = readConfig(config, new URL('http://localhost/'))
  if (reading.kind === 'invalid') return []
  const [server, ...others] = reading.config.servers
  if (!server?.isReady || others.length > 0) return []
  return [`${toBaseUrl(server.iss)}.well-known/smart-configuration`]
}

const escapeAttribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
