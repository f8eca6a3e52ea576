import type { JsonObject } from './json.ts'
import { observationCategories } from './observation-categories.ts'
import { searchServer, type SearchServerSettings } from './test-fhir-server.ts'
import { loadFrom, observation } from './test-server.ts'

/** Test support: a record whose laboratory is large, at a server of these settings. */

const laboratory = observationCategories.filter(({ code }) => code === 'laboratory')
/** That many days after the first, as an instant. */
export const day = (index: number) => new Date(Date.UTC(2010, 0, 1 + index)).toISOString()

/** So many results, one a day; each hundredth without a date where `undated`. */
export function results(count: number, undated = false, prefix = 'o'): JsonObject[] {
  return Array.from({ length: count }, (_, index) =>
    observation(
      `${prefix}${index}`,
      undated && index % 100 === 7 ? {} : { effectiveDateTime: day(index % 5000) },
    ),
  )
}

export function openAt(settings: SearchServerSettings, categories = laboratory) {
  const server = searchServer(settings)
  const load = loadFrom(server.request, {
    request: server.request,
    plan: { categories, byDate: settings.saysDates !== false },
  })
  return { ...server, ...load }
}

/** The search parameters of an address. */
export const parametersOf = (url: string) => new URLSearchParams(url.split('?')[1])
