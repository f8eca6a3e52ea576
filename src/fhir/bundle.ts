import { present, toList, toMembers, toObject, toObjects, toText, type JsonObject } from './json.ts'
import { readOutcome, type OutcomeIssue } from './operation-outcome.ts'

/** One page of a search for Observations, sorted by what its entries are (OBS-07). */
export type BundlePage = {
  readonly kind: 'page'
  /** The Observations found, in the server's order. Each has an `id` if entry or resource gave one (OBS-03). */
  readonly resources: readonly JsonObject[]
  /** Resources that came along: never data of the search. */
  readonly included: readonly JsonObject[]
  /** Issues of every OperationOutcome on the page: messages, never rows. */
  readonly issues: readonly OutcomeIssue[]
  /** Entries that are none of these. */
  readonly unreadable: number
  /** The address of the next page, as sent: relative or absolute, not checked. */
  readonly next: string | undefined
  /** Whether there is a next page whose address can't be read (OBS-05). */
  readonly isNextLost: boolean
  /** Whether the page says, or shows, that it isn't all (OBS-12). */
  readonly isSubsetted: boolean
}

/**
 * Reads a searchset page of Observations; anything that isn't a Bundle with a list of entries is `not-a-bundle`.
 * Never throws. `Bundle.total` counts nothing (OBS-06); it only shows that something is missing when it names results
 * and none came, nor on earlier pages (`hadEntries`). FHIR R4 Bundle.entry.search.mode, OBS-07.
 */
export function readBundle(
  json: unknown,
  hadEntries = false,
): BundlePage | { readonly kind: 'not-a-bundle' } {
  const bundle = toObject(json)
  const entries: unknown = bundle?.entry ?? []
  if (bundle?.resourceType !== 'Bundle' || !Array.isArray(entries)) return { kind: 'not-a-bundle' }

  const resources: JsonObject[] = []
  const included: JsonObject[] = []
  const issues: OutcomeIssue[] = []
  let unreadable = 0
  for (const member of entries as readonly unknown[]) {
    const entry = toObject(member)
    const resource = toObject(entry?.resource)
    const mode = toText(toObject(entry?.search)?.mode)
    const type = resource?.resourceType
    if (entry === undefined || resource === undefined) unreadable += 1
    else if (type === 'OperationOutcome') issues.push(...readOutcome(resource))
    else if (mode === 'include') included.push(resource)
    else if (type === 'Observation' && mode !== 'outcome') resources.push(withId(resource, entry))
    else if (mode === undefined && toText(type) !== undefined) included.push(resource)
    else unreadable += 1
  }

  const links = toMembers(bundle.link)
  const nextLinks = links.filter((link) => link?.relation === 'next')
  const [next] = present(nextLinks.map((link) => toText(link?.url)))
  // A next page that can't be asked for is a gap to be named, not the end of the list.
  const isNextLost = nextLinks.length > 0 && next === undefined
  const total = typeof bundle.total === 'number' ? bundle.total : 0
  const isSubsetted =
    links.includes(undefined) ||
    (total > 0 && entries.length === 0 && !hadEntries && nextLinks.length === 0) ||
    isTaggedSubset(bundle) ||
    resources.some(isTaggedSubset)
  return { kind: 'page', resources, included, issues, unreadable, next, isNextLost, isSubsetted }
}

/** A resource without `id` is known by its entry's `fullUrl` (OBS-03). */
function withId(resource: JsonObject, entry: JsonObject): JsonObject {
  if (toText(resource.id) !== undefined) return resource
  const fullUrl = toText(entry.fullUrl)
  const id = /\/Observation\/([^/?#]+)/.exec(fullUrl ?? '')?.[1] ?? fullUrl
  return id === undefined ? resource : { ...resource, id }
}

/** FHIR R4 Resource.meta.tag SUBSETTED: elements or entries were left out. */
function isTaggedSubset(resource: JsonObject): boolean {
  return toObjects(toList(toObject(resource.meta)?.tag)).some(({ code }) => code === 'SUBSETTED')
}
