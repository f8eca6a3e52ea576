import { randomUUID } from 'node:crypto'

import type { Bundle, BundleEntry, OperationOutcomeIssue } from 'fhir/r4'

import type { ContentFault } from './faults.ts'
import { toNextLink } from './fhir-paging.ts'
import { hasCategory, valuesOf } from './fhir-search.ts'
import type { Query } from './fhir-search.ts'
import type { Resource } from './fhir-store.ts'
import { hostileNarrative } from './hostile-text.ts'
import { observationFaults, toVersion } from './observation-faults.ts'
import { epicMoreMayExist, epicNoResults, epicSuppressed, toOutcome } from './outcomes.ts'
import { toPageNumber } from './paging.ts'
import type { SearchPosition } from './paging.ts'
import type { Tenant } from './tenant.ts'
import { dressResource } from './vendor-dress.ts'

/** A page of search results on its way into a Bundle. */
export type SearchPage = {
  readonly type: string
  readonly position: SearchPosition
  /** Address of this page as it was asked for. */
  readonly self: string
  /** Every match, not only this page's. */
  readonly matches: readonly Resource[]
  /** Issues for the outcome entry; none: no such entry. */
  readonly notices: readonly OperationOutcomeIssue[]
  /** The content faults that are on for this page. */
  readonly faults: readonly ContentFault[]
}

/** Builds the searchset of one page, with its content faults applied. */
export function toSearchset(tenant: Tenant, page: SearchPage): Bundle {
  const { position, faults, type } = page
  const { fhir } = tenant.profile
  const { offset, count } = position
  const has = (kind: ContentFault['kind']) => faults.some((fault) => fault.kind === kind)
  const resources = page.matches
    .slice(offset, offset + count)
    .map((resource) => dressResource(resource, fhir.dress))
  const shown = faults.reduce(
    (list, fault) => spoil(tenant, list, fault, position.query),
    resources,
  )
  const entry: BundleEntry[] = shown.map((resource) => toEntry(tenant, resource))
  const notices = has('outcome-entries')
    ? [...page.notices, epicNoResults(), epicMoreMayExist(), epicSuppressed(type)]
    : page.notices
  if (notices.length > 0) {
    entry.push({
      fullUrl: `urn:uuid:${randomUUID()}`,
      resource: toOutcome(...notices),
      ...(has('outcome-without-mode') ? {} : { search: { mode: 'outcome' } }),
    })
  }
  const link = [{ relation: 'self', url: page.self }]
  const next = toNext(tenant, page)
  if (next !== undefined) link.push({ relation: 'next', url: next })
  const total = fhir.total === 'page' ? shown.length : page.matches.length
  return {
    resourceType: 'Bundle',
    ...(fhir.hasBundleId ? { id: randomUUID() } : {}),
    type: 'searchset',
    ...(has('wrong-total') ? { total: total + 10 } : {}),
    ...(has('wrong-total') || fhir.total === 'absent' ? {} : { total }),
    link,
    ...(entry.length === 0 ? {} : { entry }),
  }
}

/** The content faults that are on for a page of a search, or for a read (no position). */
export function contentFaultsFor(
  tenant: Tenant,
  type: string,
  position?: SearchPosition,
): ContentFault[] {
  const page = position === undefined ? undefined : toPageNumber(position)
  const categories = valuesOf(position?.query ?? [], 'category')
  return (tenant.faults.content ?? []).filter(
    (fault) =>
      (fault.type === undefined || fault.type === type) &&
      (fault.page === undefined || fault.page === page) &&
      (fault.category === undefined || hasCategory(categories, fault.category)) &&
      tenant.useFault(fault),
  )
}

function toEntry(tenant: Tenant, resource: Resource): BundleEntry {
  const fullUrl = `${tenant.fhirRoot}/${resource.resourceType}/${resource.id ?? ''}`
  return {
    ...(tenant.profile.fhir.outcomes === 'epic'
      ? { link: [{ relation: 'self', url: fullUrl }] }
      : {}),
    fullUrl,
    resource,
    search: { mode: 'match' },
  }
}

function toNext(tenant: Tenant, page: SearchPage): string | undefined {
  const { type, position, matches, faults } = page
  const following = { ...position, offset: position.offset + position.count }
  const has = (kind: ContentFault['kind']) => faults.some((fault) => fault.kind === kind)
  if (has('looping-next')) return page.self
  if (position.count === 0 || following.offset >= matches.length) return undefined
  return toNextLink(tenant, type, following, has)
}

/** Applies a fault: to every Observation of the page, or to the first of them. */
function spoil(
  tenant: Tenant,
  resources: readonly Resource[],
  { kind }: ContentFault,
  query: Query,
): Resource[] {
  if (kind === 'hostile-narrative') {
    return resources.map((resource) => ({
      ...resource,
      text: { status: 'generated', div: hostileNarrative },
    }))
  }
  const index = resources.findIndex(({ resourceType }) => resourceType === 'Observation')
  const observation = resources[index]
  if (observation?.resourceType !== 'Observation') return [...resources]
  if (kind === 'two-versions' && observation.subject !== undefined) {
    const isFirst = hasCategory(valuesOf(query, 'category'), 'laboratory')
    return [toVersion(observation.subject, isFirst), ...resources]
  }
  const change = observationFaults[kind]
  return change === undefined ? [...resources] : resources.with(index, change(observation, tenant))
}
