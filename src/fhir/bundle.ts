import { present, toList, toMembers, toObject, toObjects, toText, type JsonObject } from './json.ts'
import { readOutcome, type OutcomeIssue } from './operation-outcome.ts'

/** Entries of a search for Observations, sorted by what they are (OBS-07). */
export type BundleEntries = {
  /** The Observations found, in the server's order. Each has an `id` if entry or resource gave one (OBS-03). */
  readonly resources: readonly JsonObject[]
  /** Resources that came along: never data of the search. */
  readonly included: readonly JsonObject[]
  /** Issues of every OperationOutcome among them: messages, never rows. */
  readonly issues: readonly OutcomeIssue[]
  /** Entries that are none of these, as they came. */
  readonly unreadable: readonly unknown[]
  /** Whether one says of itself that parts of it were left out (OBS-12). */
  readonly isSubsetted: boolean
}

/** What a page says beside its entries. */
export type BundleFrame = {
  readonly kind: 'frame'
  /** `Bundle.total` where it is a count; never shown (OBS-06). */
  readonly total: number | undefined
  /** Whether the page says that it isn't all (OBS-12). */
  readonly isSubsetted: boolean
  readonly next: NextLink
}

/** Where the next page is. */
export type NextLink =
  /** As sent: relative or absolute, not checked. */
  | { readonly kind: 'page'; readonly url: string }
  /** There is one, but its address can't be read: a gap to be named, not the end of the list (OBS-05). */
  | { readonly kind: 'lost' }
  | { readonly kind: 'none' }

/** Sorts entries of a searchset by what they are. Never throws. FHIR R4 Bundle.entry.search.mode, OBS-07. */
export function readEntries(entries: readonly unknown[]): BundleEntries {
  const resources: JsonObject[] = []
  const included: JsonObject[] = []
  const issues: OutcomeIssue[] = []
  const unreadable: unknown[] = []
  for (const member of entries) {
    const entry = toObject(member)
    const resource = toObject(entry?.resource)
    const mode = toText(toObject(entry?.search)?.mode)
    const type = resource?.resourceType
    if (entry === undefined || resource === undefined) unreadable.push(member)
    else if (type === 'OperationOutcome') issues.push(...readOutcome(resource))
    else if (mode === 'include') included.push(resource)
    else if (type === 'Observation' && mode !== 'outcome') resources.push(withId(resource, entry))
    else if (mode === undefined && toText(type) !== undefined) included.push(resource)
    else unreadable.push(member)
  }
  return { resources, included, issues, unreadable, isSubsetted: resources.some(isTaggedSubset) }
}

/**
 * Reads what a searchset says beside its entries, of which only the number counts here; anything that isn't a Bundle
 * with a list of entries is `not-a-bundle`. Never throws.
 */
export function readFrame(json: unknown): BundleFrame | { readonly kind: 'not-a-bundle' } {
  const bundle = toObject(json)
  if (bundle?.resourceType !== 'Bundle' || !Array.isArray(bundle.entry ?? []))
    return { kind: 'not-a-bundle' }
  const { total } = bundle
  return {
    kind: 'frame',
    total: typeof total === 'number' && Number.isInteger(total) && total >= 0 ? total : undefined,
    isSubsetted: toMembers(bundle.link).includes(undefined) || isTaggedSubset(bundle),
    next: readNextLink(bundle.link),
  }
}

/** Finds the next page among the links of a Bundle (FHIR R4 Bundle.link, OBS-05). Never throws. */
export function readNextLink(link: unknown): NextLink {
  const nextLinks = toMembers(link).filter((one) => one?.relation === 'next')
  const [url] = present(nextLinks.map((one) => toText(one?.url)))
  if (url !== undefined) return { kind: 'page', url }
  return { kind: nextLinks.length > 0 ? 'lost' : 'none' }
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
