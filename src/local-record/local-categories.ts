import { observationCategories, usCoreCategories } from '../fhir/observation-categories.ts'
import { keyOf, type ObservationCategory } from '../fhir/record-status.ts'
import { toOneLine } from '../fhir/text.ts'
import { t } from '../language/t.ts'
import type { FoundCategory, FoundResult } from './file-contents.ts'

/** Results by the category that they are asked for with, and the categories to ask for beside those of FHIR. */
export type CategoryPlan = {
  readonly categories: readonly ObservationCategory[]
  /** By `system|code`, or the code alone where a category has no system. */
  readonly byCategory: Map<string, FoundResult[]>
}

/** A category of files is a category of its own up to so many; a file made to tire the app may name thousands. */
const mostCategories = 30

const known = [...observationCategories, ...usCoreCategories]

/**
 * Sorts results so that asking for each category brings every one of them: those without a category, or with one too many,
 * stand in one of ours. Servers write the system of FHIR's categories in several ways, so these go by their codes.
 */
export function planCategories(results: readonly FoundResult[]): CategoryPlan {
  const rest: ObservationCategory = {
    code: 'without-category',
    system: '',
    title: t('Other or no category'),
  }
  const asked = new Map(observationCategories.map((one) => [keyOf(one), one]))
  const byCategory = new Map<string, FoundResult[]>()

  function put(category: ObservationCategory, result: FoundResult): void {
    asked.set(keyOf(category), category)
    const key = category.system === '' ? category.code : keyOf(category)
    const list = byCategory.get(key) ?? []
    byCategory.set(key, list)
    if (list.at(-1) !== result) list.push(result)
  }

  for (const result of results) {
    const fit = result.categories
      .filter(isPlain)
      .map(toCategory)
      .filter((one) => asked.has(keyOf(one)) || asked.size < mostCategories)
    for (const category of fit.length > 0 ? fit : [rest]) put(category, result)
  }
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
