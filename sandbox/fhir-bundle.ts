import type { Bundle, BundleEntry, Observation, OperationOutcomeIssue, Reference } from 'fhir/r4'

import { categorySystem } from './epic-registration.ts'
import type { ContentFault } from './faults.ts'
import type { Query } from './fhir-search.ts'
import { valuesOf } from './fhir-search.ts'
import type { Resource } from './fhir-store.ts'
import { toOutcome } from './outcomes.ts'
import { toPageNumber, toPageToken } from './paging.ts'
import type { SearchPosition } from './paging.ts'
import type { Tenant } from './tenant.ts'

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
  const { position, faults } = page
  const { offset, count } = position
  const resources = page.matches.slice(offset, offset + count)
  const shown = faults.reduce((list, fault) => spoil(list, fault, position.query), resources)
  const entry: BundleEntry[] = shown.map((resource) => toEntry(tenant, resource))
  if (page.notices.length > 0) {
    const hasMode = !faults.some(({ kind }) => kind === 'outcome-without-mode')
    entry.push({
      fullUrl: `urn:uuid:${crypto.randomUUID()}`,
      resource: toOutcome(...page.notices),
      ...(hasMode ? { search: { mode: 'outcome' } } : {}),
    })
  }
  const link = [{ relation: 'self', url: page.self }]
  const next = toNext(tenant, page)
  if (next !== undefined) link.push({ relation: 'next', url: next })
  const total = tenant.profile.fhir.total === 'page' ? shown.length : page.matches.length
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    total: faults.some(({ kind }) => kind === 'wrong-total') ? total + 10 : total,
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

/** Whether one of the category tokens names this code. */
export function hasCategory(tokens: readonly string[], code: string): boolean {
  return tokens.some((token) => token === code || token.endsWith(`|${code}`))
}

function toEntry(tenant: Tenant, resource: Resource): BundleEntry {
  const fullUrl = `${tenant.fhirBase}/${resource.resourceType}/${resource.id ?? ''}`
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
  const { paging } = tenant.profile.fhir
  const query =
    paging.kind === 'token'
      ? `_page=${toPageToken(following)}`
      : `sessionID=${tenant.pages.open(type, following, tenant.faults.pagingSeconds ?? paging.seconds)}`
  if (has('relative-next')) return `${type}?${query}`
  // The same server under its other name: a token sent there shows in the log, and is sent to nobody else.
  const base = has('foreign-next')
    ? tenant.fhirBase.replace('//localhost', '//127.0.0.1')
    : tenant.fhirBase
  return `${base}/${type}?${query}`
}

/** The value `two-versions` has in its first and in its second version. */
export const twoVersions = { id: 'fault-two-versions', first: 5.1, second: 7.4 }

function spoil(resources: readonly Resource[], fault: ContentFault, query: Query): Resource[] {
  const index = resources.findIndex(({ resourceType }) => resourceType === 'Observation')
  const observation = resources[index]
  if (observation?.resourceType !== 'Observation') return [...resources]
  const { subject, ...rest } = observation
  if (fault.kind === 'without-subject') return resources.with(index, rest)
  if (fault.kind === 'foreign-patient') {
    return resources.with(index, { ...rest, subject: { reference: 'Patient/somebody-else' } })
  }
  if (fault.kind === 'two-versions' && subject !== undefined) {
    const isFirst = hasCategory(valuesOf(query, 'category'), 'laboratory')
    return [toVersion(subject, isFirst), ...resources]
  }
  return [...resources]
}

function toVersion(subject: Reference, isFirst: boolean): Observation {
  const { first, second, id } = twoVersions
  return {
    resourceType: 'Observation',
    id,
    meta: {
      versionId: isFirst ? '1' : '2',
      lastUpdated: isFirst ? '2025-05-01T08:00:00Z' : '2025-05-02T08:00:00Z',
    },
    status: isFirst ? 'final' : 'corrected',
    category: ['laboratory', 'vital-signs'].map((code) => ({
      coding: [{ system: categorySystem, code }],
    })),
    code: { coding: [{ system: 'http://loinc.org', code: '2345-7', display: 'Glucose' }] },
    subject,
    effectiveDateTime: '2025-05-01T07:30:00Z',
    valueQuantity: {
      value: isFirst ? first : second,
      unit: 'mmol/L',
      system: 'http://unitsofmeasure.org',
      code: 'mmol/L',
    },
  }
}
