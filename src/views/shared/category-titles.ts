import { useMemo } from 'react'
import { observationCategories } from '../../fhir/observation-categories.ts'
import type { CategoryStatus, RecordStatus } from '../../fhir/record-status.ts'
import { formatList } from '../../language/format-list.ts'

/** Gives what categories are called on the screen, by code: the base ones in their order, then others that were asked for. */
function titlesOf(status: RecordStatus): ReadonlyMap<string, string> {
  const categories = [
    ...observationCategories,
    ...status.categories.map(({ category }) => category),
  ]
  return new Map(categories.map(({ code, title }) => [code, title]))
}

/** The titles of the categories; the same object while they stay, whatever is counted. */
export function useTitles(status: RecordStatus): ReadonlyMap<string, string> {
  const text = JSON.stringify([...titlesOf(status)])
  return useMemo(() => new Map(JSON.parse(text) as readonly (readonly [string, string])[]), [text])
}

/** Enumerates categories by their titles. */
export const formatTitles = (all: readonly CategoryStatus[]): string =>
  formatList(
    all.map(({ category }) => category.title),
    'unit',
  )
