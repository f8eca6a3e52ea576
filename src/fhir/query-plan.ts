import { present } from './json.ts'
import { observationCategories, usCoreCategories, vendorTitles } from './observation-categories.ts'
import type { ObservationCategory, Release } from './record-status.ts'
import type { SearchDialect } from './search-dialect.ts'
import type { ServerAbilities } from './server-abilities.ts'
import { wordsFor } from './word-table.ts'

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

/** What the configuration of a server says of its searches for Observations. */
export type ObservationSettings = {
  /** Categories to be asked for beside those of FHIR and US Core, such as a vendor's. */
  readonly categories: readonly ObservationCategory[]
  /** Whether the server wants category codes without their system (OBS-01). */
  readonly bareCodes: boolean
  /** Results a page, at most. */
  readonly pageSize: number
  /** Pages read of one category at most. */
  readonly maxPages: number
}

/** What is asked for, one stream a category, and how. */
export type QueryPlan = {
  /** In the order they are asked for and shown. */
  readonly categories: readonly ObservationCategory[]
  /** How much of the results that is. */
  readonly release: Release
  /** How the first search is written. */
  readonly dialect: SearchDialect
  /** Whether a large category may be read by spans of time side by side. */
  readonly byDate: boolean
  readonly maxPages: number
}

/**
 * Plans what to ask for, by what was granted (SCOPE-01, SCOPE-05), what the server says of itself and what the
 * configuration says: never a category that wasn't granted, and every one that was. Vital signs and laboratory come
 * first. A category whose name can't be read makes the whole a part: then all are asked for, and the server decides.
 * No search goes without a category (Epic answers 400, OBS-01).
 */
export function planQueries(
  grant: ObservationGrant,
  abilities: ServerAbilities,
  settings: ObservationSettings,
): QueryPlan {
  const known = distinct([
    ...observationCategories,
    ...(abilities.followsUsCore ? usCoreCategories : []),
    ...settings.categories,
  ])
  return {
    ...planCategories(grant, known),
    dialect: {
      category: settings.bareCodes ? 'code' : 'token',
      isSorted: true,
      count: settings.pageSize,
      namesStatus: false,
    },
    byDate: abilities.searchesByDate,
    maxPages: settings.maxPages,
  }
}

type Planned = Pick<QueryPlan, 'categories' | 'release'>

function planCategories(grant: ObservationGrant, known: readonly ObservationCategory[]): Planned {
  switch (grant.kind) {
    case 'all':
      return { categories: known, release: 'as-asked' }
    case 'part':
      return { categories: known, release: 'part' }
    case 'none':
      return { categories: [], release: 'none' }
    case 'categories':
      return planNamed(grant.values, grant.isWhole, known)
  }
}

function planNamed(
  values: readonly string[],
  isWhole: boolean,
  known: readonly ObservationCategory[],
): Planned {
  const named = present(values.map((value) => toCategory(value, known)))
  if (named.length < values.length) return { categories: known, release: 'part' }
  const inOrder = known.filter((one) => named.some((other) => isSame(one, other)))
  const categories = distinct([...inOrder, ...named])
  if (!isWhole) return { categories, release: 'part' }
  const isEvery = observationCategories.every((one) => inOrder.includes(one))
  return { categories, release: isEvery ? 'as-asked' : 'listed' }
}

/** A bare code means a category known by that code; one of another system keeps its system. */
function toCategory(
  value: string,
  known: readonly ObservationCategory[],
): ObservationCategory | undefined {
  const [, system = '', code = ''] = /^(?:([^|\s]{1,200})\|)?([\w.-]{1,64})$/.exec(value) ?? []
  const sameCode = [...known, ...usCoreCategories].find((one) => one.code === code)
  if (sameCode && (system === '' || system === sameCode.system)) return sameCode
  // Without a system, only a known category can be asked for.
  if (code === '' || system === '') return undefined
  return { code, system, title: sameCode?.title ?? wordsFor(vendorTitles, code) ?? code }
}

const isSame = (a: ObservationCategory, b: ObservationCategory) =>
  a.code === b.code && a.system === b.system

function distinct(categories: readonly ObservationCategory[]): ObservationCategory[] {
  return categories.filter(
    (one, index) => !categories.slice(0, index).some((other) => isSame(one, other)),
  )
}
