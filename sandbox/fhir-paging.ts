import { randomUUID } from 'node:crypto'

import type { ContentFaultKind } from './faults.ts'
import { readPageToken, toPageToken } from './paging.ts'
import type { SearchPosition } from './paging.ts'
import type { Tenant } from './tenant.ts'

const pageParameters = ['_page', 'sessionID', '-pageContext', 'continue']

/** Whether a request asks for a further page of a search, in any vendor's way. */
export function isFurtherPage(parameters: URLSearchParams): boolean {
  return pageParameters.some((name) => parameters.has(name))
}

/** The place a request to page on stands for; undefined for a first page, and where paging has run out. */
export function resumedPosition(
  tenant: Tenant,
  type: string,
  query: URLSearchParams,
): SearchPosition | undefined {
  const session = query.get('sessionID') ?? query.get('continue')
  if (session !== null) return tenant.pages.read(type, session)
  const token = query.get('_page') ?? query.get('-pageContext')
  return token === null ? undefined : readPageToken(token)
}

/** The next link of a page, in the profile's way and with the link faults that are on. */
export function toNextLink(
  tenant: Tenant,
  type: string,
  following: SearchPosition,
  has: (kind: ContentFaultKind) => boolean,
): string {
  const query = toNextQuery(tenant, type, following)
  return has('relative-next') ? `${type}?${query}` : `${toNextBase(tenant, has)}/${type}?${query}`
}

function toNextQuery(tenant: Tenant, type: string, following: SearchPosition): string {
  const { paging } = tenant.profile.fhir
  const search = new URLSearchParams(following.query.map(([name, value]) => [name, value]))
  const token = toPageToken(following)
  switch (paging.kind) {
    case 'token':
      return `_page=${token}`
    case 'context':
      return `${search}&-pageContext=${encodeURIComponent(toPadded(token))}&-pageDirection=NEXT`
    case 'session':
    case 'continue': {
      const seconds = tenant.faults.pagingSeconds ?? paging.seconds
      if (paging.kind === 'session') {
        return `sessionID=${tenant.pages.open(type, following, seconds)}`
      }
      const id = `LA.${randomUUID().toUpperCase()}`
      return `${search}&continue=${tenant.pages.open(type, following, seconds, id)}`
    }
  }
}

/** Base64 with its padding, as Oracle writes it. */
function toPadded(token: string): string {
  return Buffer.from(token, 'base64url').toString('base64')
}

/** Where a next link points: the base, unless a fault leads it astray (F-R8) or spells it otherwise (F-R9). */
function toNextBase(tenant: Tenant, has: (kind: ContentFaultKind) => boolean): string {
  const { fhirRoot, foreignOrigin, id, origin, profile } = tenant
  const path = `/${id}/api/FHIR/R4`
  if (has('foreign-next')) return foreignOrigin + path
  if (has('protocol-next')) return foreignOrigin.replace('http:', '') + path
  if (has('twin-next')) return `${fhirRoot}x`
  if (has('climbing-next')) return `${fhirRoot}/../R5`
  if (has('other-spelling-next') || profile.fhir.nextLinks === 'other-spelling') {
    return toOtherSpelling(origin) + path
  }
  return fhirRoot
}

/**
 * The same origin in other letters: what `https://host:443` is to `https://host` (MEDITECH, LEAK-02). A default port
 * can't be written out where the server listens on another, so its number gets a zero and the host capitals; a URL
 * parser reads both away, a comparison of texts doesn't.
 */
export function toOtherSpelling(origin: string): string {
  const { hostname, port, protocol } = new URL(origin)
  const written = port === '' ? (protocol === 'https:' ? '443' : '80') : `0${port}`
  return `${protocol}//${hostname.toUpperCase()}:${written}`
}
