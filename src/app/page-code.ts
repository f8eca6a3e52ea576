import type { recordRoutes } from './paths.ts'

/** The views that most records are opened with, and whose code is asked for beside that of all records. */
const views: Partial<Record<keyof typeof recordRoutes, () => Promise<unknown>>> = {
  overview: () => import('./overview-page.tsx'),
  results: () => Promise.all([import('./results-page.tsx'), import('../ui/windowed-rows.tsx')]),
}

/** What a record begins with. */
const recordParts = (view: string) => [
  import('./record-routes.tsx'),
  import('./open-sessions.ts'),
  import('../patient/read-patient.ts'),
  views[view as keyof typeof views]?.(),
]

/**
 * Fetches all the code that the page at this hash begins with: asked for part by part, as each is wanted, it would come
 * one way to the server later each time. What can't be had, whoever wants it hears of.
 */
export function fetchPageCode(hash: string): void {
  const [, view] = /^#\/s\/[^/?]*\/?([a-z]*)/.exec(hash) ?? []
  const isHome = /^(?:#\/?)?(?:\?|$)/.test(hash)
  const wanted = view === undefined ? [isHome && import('./home-page.tsx')] : recordParts(view)
  for (const part of wanted) if (part instanceof Promise) part.catch(() => {})
}
