import type { recordRoutes } from './paths.ts'

/** The views that most records are opened with, and whose code is asked for beside that of all records. */
const views: Partial<Record<keyof typeof recordRoutes, () => Promise<unknown>>> = {
  overview: () => import('./overview-page.tsx'),
  results: () => Promise.all([import('./results-page.tsx'), import('../ui/windowed-rows.tsx')]),
}

/**
 * Fetches all the code that the record at this hash begins with, if there is one: asked for part by part, as each is
 * wanted, it would come one way to the server later each time. What can't be had, whoever wants it hears of.
 */
export function fetchRecordCode(hash: string): void {
  const [, view] = /^#\/s\/[^/?]*\/?([a-z]*)/.exec(hash) ?? []
  if (view === undefined) return
  const wanted = [
    import('./record-routes.tsx'),
    import('./open-sessions.ts'),
    import('../patient/read-patient.ts'),
    views[view as keyof typeof views]?.(),
  ]
  for (const part of wanted) part?.catch(() => {})
}
