import type { Breathe } from '../fhir/breather.ts'
import { observationCategories, usCoreCategories } from '../fhir/observation-categories.ts'
import { keyOf, type ObservationCategory } from '../fhir/record-status.ts'
import { toOneLine } from '../fhir/text.ts'
import { t } from '../language/t.ts'
import type { FoundCategory, FoundResult } from './file-contents.ts'
import { inSlices } from './in-slices.ts'

/** Results by the category that they are asked for with, and the categories to ask for beside those of FHIR. */
export type CategoryPlan = {
  readonly categories: readonly ObservationCategory[]
  /** By `system|code`, or the code alone where a category has no system. */
  readonly byCategory: Map<string, FoundResult[]>
}

/** A category of files is a category of its own up to so many; a file made to tire the app may name thousands. */
const mostCategories = 30
const mostRemembered = 1_000

const known = [...observationCategories, ...usCoreCategories]

/**
 * Sorts results so that asking for each category brings every one of them: those without a category, or with one too many,
 * stand in one of ours. Servers write the system of FHIR's categories in several ways, so these go by their codes.
 */
export async function planCategories(
  results: readonly FoundResult[],
  breathe: Breathe,
): Promise<CategoryPlan> {
  const rest: ObservationCategory = {
    code: 'without-category',
    system: '',
    // In the language that the page speaks when it is shown.
    get title() {
      return t('Other or no category')
    },
  }
  const asked = new Map(observationCategories.map((one) => [keyOf(one), one]))
  const byCategory = new Map<string, FoundResult[]>()
  const found = new Map<string, ObservationCategory>()

  /** The category that one of a file stands in. */
  function placeOf(category: FoundCategory): ObservationCategory {
    const key = `${category.system}|${category.code}`
    const before = found.get(key)
    if (before) return before
    const own = isPlain(category) ? toCategory(category) : rest
    const place = asked.has(keyOf(own)) || asked.size < mostCategories ? own : rest
    asked.set(keyOf(place), place)
    if (found.size < mostRemembered) found.set(key, place)
    return place
  }

  function put(result: FoundResult): void {
    const places = result.categories.length > 0 ? result.categories.map(placeOf) : [rest]
    for (const place of places) {
      asked.set(keyOf(place), place)
      const key = place.system === '' ? place.code : keyOf(place)
      const list = byCategory.get(key) ?? []
      byCategory.set(key, list)
      if (list.at(-1) !== result) list.push(result)
    }
  }

  await inSlices(results, breathe, put)
  const usual = new Set(observationCategories.map(keyOf))
  const more = [...asked.values()].filter((one) => !usual.has(keyOf(one)))
  return { categories: more, byCategory }
}

/** Whether it can be asked for as it stands (FHIR R4 search escapes the rest). */
const isPlain = ({ system, code }: FoundCategory) =>
  /^[\w.-]{1,64}$/.test(code) && /^[^|,\\$\s]{0,200}$/.test(system)

function toCategory({ system, code, display }: FoundCategory): ObservationCategory {
  const same = known.find((one) => one.code === code)
  return same ?? { system, code, title: toOneLine(display ?? code, 60) ?? code }
}
