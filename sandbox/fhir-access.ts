import type { AccessToken } from 'oidc-provider'

import { matchesToken, toTokens } from './fhir-search.ts'
import { toPatientId } from './fhir-store.ts'
import type { Resource } from './fhir-store.ts'
import { readResourceScope, splitScope } from './scopes.ts'
import type { ResourceScope } from './scopes.ts'
import type { Tenant } from './tenant.ts'

/** What a token may see of one resource type. */
export type Access = {
  /** The only patient it may see; undefined for a user-level scope. */
  readonly patient: string | undefined
  /** Whether it may see this resource. */
  readonly allows: (resource: Resource) => boolean
  /** Whether any of its scopes covers a category; true where scopes name no category. */
  readonly allowsCategory: (code: string) => boolean
}

/** Finds the live access token of an Authorization header; undefined when there is none. */
export async function findToken(
  tenant: Tenant,
  authorization: string | undefined,
): Promise<AccessToken | undefined> {
  const [, value] = /^Bearer ([\w~+/.-]+=*)$/i.exec(authorization ?? '') ?? []
  if (value === undefined) return undefined
  return tenant.authorizationServer?.provider.AccessToken.find<AccessToken>(value)
}

/**
 * What a token's scopes allow for a type and an action (`r` read, `s` search), or undefined for nothing (SMART App
 * Launch 2.2, scopes). A patient-level scope sees the patient of the launch context only; a granular one only what
 * fits its category or code.
 */
export function accessFor(token: AccessToken, type: string, action: 'r' | 's'): Access | undefined {
  const scopes = splitScope(token.scope ?? '')
    .map(readResourceScope)
    .filter((scope) => scope !== undefined)
    .filter((scope) => scope.type === '*' || scope.type === type)
    .filter((scope) => scope.actions.includes(action))
  if (scopes.length === 0) return undefined
  const isUserLevel = scopes.some(({ level }) => level === 'user')
  const context = token.extra?.['patient']
  const patient = typeof context === 'string' ? context : undefined
  if (!isUserLevel && patient === undefined) return undefined
  const fitsOne = (resource: Resource) =>
    scopes.some(
      (scope) =>
        fitsFilters(scope, resource) && (scope.level === 'user' || isAbout(resource, patient)),
    )
  return {
    patient: isUserLevel ? undefined : patient,
    allows: fitsOne,
    allowsCategory: (code) => scopes.some((scope) => coversCategory(scope, code)),
  }
}

function isAbout(resource: Resource, patient: string | undefined): boolean {
  switch (resource.resourceType) {
    case 'Patient':
      return resource.id === patient
    case 'Observation':
    case 'Encounter':
      return toPatientId(resource.subject?.reference) === patient
    case 'RelatedPerson':
      return toPatientId(resource.patient.reference) === patient
    case 'Practitioner':
      return true
  }
}

function fitsFilters(scope: ResourceScope, resource: Resource): boolean {
  return scope.filters.every(([name, value]) => {
    if (resource.resourceType !== 'Observation') return false
    const concepts = name === 'code' ? [resource.code] : (resource.category ?? [])
    return matchesToken(concepts.flatMap(toTokens), value)
  })
}

function coversCategory(scope: ResourceScope, code: string): boolean {
  return scope.filters.every(
    ([name, value]) => name !== 'category' || (value.split('|').at(-1) ?? '') === code,
  )
}
