import { preloadHome, preloadOverview, preloadRecord, preloadResults } from './lazy-pages.ts'
import { matchPath } from './match-path.ts'
import { overviewPath, resultsPath, routes } from './paths.ts'

/** Fetches the code of the page at this hash, while all else that it needs is being read. Never rejects. */
export async function preloadPage(hash: string): Promise<void> {
  const [path = ''] = hash.slice(1).split('?')
  const isAt = (pattern: string) => matchPath(pattern, path) !== undefined
  await Promise.all([
    isAt(routes.home) && preloadHome(),
    isAt(routes.record) && preloadRecord(),
    isAt(overviewPath(':session')) && preloadOverview(),
    isAt(resultsPath(':session')) && preloadResults(),
  ])
}
