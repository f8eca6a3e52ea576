import { observationCategories } from '../../fhir/observation-categories.ts'
import type { RecordStatus } from '../../fhir/record-status.ts'
import type { Flowsheet } from '../../observations/flowsheet.ts'

/** What categories are called, by code, in the order of their headings: the base ones, then others that were asked for. */
export function titlesOf({ categories }: RecordStatus): readonly (readonly [string, string])[] {
  const all = [...observationCategories, ...categories.map(({ category }) => category)]
  return [...new Map(all.map(({ code, title }) => [code, title]))]
}

/** The categories that a flowsheet's rows have, with their titles; a `chosen` one stays while its results are on their way. */
export function categoryChoices(
  { lines }: Flowsheet,
  titles: ReadonlyMap<string, string>,
  chosen: string | undefined,
): readonly (readonly [code: string, title: string])[] {
  const found = new Set(chosen !== undefined && titles.has(chosen) ? [chosen] : [])
  for (const line of lines) {
    if (line.kind === 'test') for (const code of line.categories) found.add(code)
  }
  const known = [...titles].filter(([code]) => found.has(code))
  const others = [...found].filter((code) => !titles.has(code)).toSorted()
  return [...known, ...others.map((code) => [code, code] as const)]
}
