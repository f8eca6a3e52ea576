import { preloadHome, preloadOverview, preloadRecord, preloadResults } from './lazy-pages.ts'
import { recordRoutes } from './paths.ts'

/** Fetches the code of the page at this hash, while all else that it needs is being read. Never rejects. */
export async function preloadPage(hash: string): Promise<void> {
  const [path = ''] = hash.slice(1).split('?')
  const [, part = '', , ...view] = path.split('/')
  const isOfRecord = part === 's'
  const route = view.join('/')
  await Promise.all([
    part === '' && preloadHome(),
    isOfRecord && preloadRecord(),
    isOfRecord && route === recordRoutes.overview && preloadOverview(),
    isOfRecord && route === recordRoutes.results && preloadResults(),
  ])
}
