import type { AppConfig } from '../config/server-config.ts'
import { connectToSession } from '../smart/connect-to-session.ts'
import { prepareFormats } from '../ui/format-moment.ts'
import { preloadHome, preloadOverview, preloadRecord, preloadResults } from './lazy-pages.ts'
import { recordRoutes } from './paths.ts'

/** What stands between the slashes of the path at a hash. */
function segmentsOf(hash: string): readonly string[] {
  const [path = ''] = hash.slice(1).split('?')
  return path.split('/').slice(1)
}

/** Fetches the code of the page at this hash, while all else that it needs is being read. Never rejects. */
export async function preloadPage(hash: string): Promise<void> {
  const [part = '', , ...view] = segmentsOf(hash)
  const isOfRecord = part === 's'
  const route = view.join('/')
  await Promise.all([
    part === '' && preloadHome(),
    isOfRecord && preloadRecord(),
    isOfRecord && route === recordRoutes.overview && preloadOverview(),
    isOfRecord && route === recordRoutes.results && preloadResults(),
  ])
}

/** Connects to the server of the record at this hash, while the code that reads it is on its way. Never throws. */
export function connectForPage(hash: string): void {
  const [part, id = ''] = segmentsOf(hash)
  if (part === 's') connectToSession(id)
}

/**
 * Opens the session at this hash before the first view is drawn, so that its record loads meanwhile. Where that can't be
 * done, the view finds out, and says why. Never rejects.
 */
export async function openAhead(hash: string, config: AppConfig): Promise<void> {
  const [part, id = ''] = segmentsOf(hash)
  if (part !== 's') return
  await import('./open-sessions.ts').then(
    ({ openEarly }) => openEarly(id, config),
    () => {},
  )
  // Its requests are on their way, and so is the rest of its code.
  prepareFormats()
}
