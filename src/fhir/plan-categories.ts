import { present } from './json.ts'
import { observationCategories } from './observation-categories.ts'
import type { ObservationCategory, Release } from './record-status.ts'
import { wordsFor, wordTable } from './word-table.ts'

/**
 * Which Observations a sign-in allows to search for.
 *
 * - `all`: not narrowed, as far as it is understood
 * - `categories`: only these, as `system|code` or a bare code; not `isWhole` when narrowed by something else beside
 * - `part`: narrowed by something other than the category
 * - `none`: no search at all
 */
export type ObservationGrant =
  | { readonly kind: 'all' | 'part' | 'none' }
  | { readonly kind: 'categories'; readonly values: readonly string[]; readonly isWhole: boolean }

/** What to ask for, and how much of the results that is. */
export type CategoryPlan = {
  readonly categories: readonly ObservationCategory[]
  readonly release: Release
}

/** Categories beside FHIR's own that servers grant: Epic's and those of US Core. */
const otherTitles = wordTable(`
  sdoh: Social determinants of health
  functional-mental-status: Functional and mental status
  functional-status: Functional status
  disability-status: Disability status
  cognitive-status: Cognitive status
  treatment-intervention-preference: Treatment preferences
  care-experience-preference: Care experience preferences
`)

/**
 * The categories to ask for, by what was granted (SCOPE-01, SCOPE-05): never one that wasn't, and every one that was,
 * also beside the nine of FHIR. A category whose name can't be read makes the whole a part: then all are asked for, and
 * the server decides.
 */
export function planCategories(grant: ObservationGrant): CategoryPlan {
  switch (grant.kind) {
    case 'all':
      return { categories: observationCategories, release: 'as-asked' }
    case 'part':
      return { categories: observationCategories, release: 'part' }
    case 'none':
      return { categories: [], release: 'none' }
    case 'categories':
      return planNamed(grant.values, grant.isWhole)
  }
}

function planNamed(values: readonly string[], isWhole: boolean): CategoryPlan {
  const named = present(values.map(toCategory))
  if (named.length < values.length) return { categories: observationCategories, release: 'part' }
  const base = observationCategories.filter((one) => named.includes(one))
  const categories = [...base, ...named.filter((one) => !base.includes(one))]
  if (!isWhole) return { categories, release: 'part' }
  return {
    categories,
    release: base.length === observationCategories.length ? 'as-asked' : 'listed',
  }
}

/** A bare code means FHIR's own category; a code of another system keeps it. */
function toCategory(value: string): ObservationCategory | undefined {
  const [, system = '', code = ''] = /^(?:([^|\s]{1,200})\|)?([\w.-]{1,64})$/.exec(value) ?? []
  const sameCode = observationCategories.find((one) => one.code === code)
  if (sameCode && (system === '' || system === sameCode.system)) return sameCode
  // Without a system, only FHIR's own categories can be asked for.
  if (code === '' || system === '') return undefined
  return { code, system, title: sameCode?.title ?? wordsFor(otherTitles, code) ?? code }
}
