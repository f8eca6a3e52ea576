import type { ObservationGrant } from '../fhir/query-plan.ts'

/** One permission for resources, v1 or v2 written, in v2's letters (SMART App Launch 2.2 "Scopes"). */
export type ResourceScope = {
  readonly level: 'patient' | 'user' | 'system'
  /** A resource type, or `*`. */
  readonly type: string
  /** What is allowed of create, read, update, delete, search. */
  readonly actions: ReadonlySet<string>
  /** The search parameters that narrow it (`category=…`), as granted; empty when it isn't narrowed. */
  readonly filters: readonly (readonly [name: string, value: string])[]
}

/** What a server granted: permissions for resources, and everything else by its name. */
export type GrantedScopes = {
  readonly resources: readonly ResourceScope[]
  /** `openid`, `launch/patient`, and whatever isn't known; never relied on when unknown (SCOPE-04). */
  readonly others: ReadonlySet<string>
}

const pattern = /^(patient|user|system)\/(\*|[A-Za-z]+)\.([A-Za-z*]+)(?:\?(.+))?$/
const v1Actions: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }

/**
 * Reads the `scope` of a token response (SCOPE-02): v1 and v2 written, in any case, repeated, with stray spaces; `.r`
 * and `.s` granted apart stay apart, and `allows` adds them up. A v2 permission whose letters are out of order is
 * not understood, and kept among the others.
 */
export function readScopes(scope: string): GrantedScopes {
  const resources: ResourceScope[] = []
  const others = new Set<string>()
  for (const text of new Set(scope.split(/\s+/).filter(Boolean))) {
    const match = pattern.exec(text)
    const read = match ? toResourceScope(match) : undefined
    if (read) resources.push(read)
    else others.add(text)
  }
  return { resources, others }
}

function toResourceScope([, level = '', type = '', permission = '', query]: RegExpExecArray):
  ResourceScope | undefined {
  const letters = v1Actions[permission.toLowerCase()] ?? permission
  if (!/^c?r?u?d?s?$/.test(letters)) return undefined
  return {
    level: level as ResourceScope['level'],
    type,
    actions: new Set(letters),
    filters: query === undefined ? [] : [...new URLSearchParams(query)],
  }
}

/** Whether an action (`r` read, `s` search) on a resource type is granted at all, narrowed or not. */
export function allows(granted: GrantedScopes, type: string, action: 'r' | 's'): boolean {
  return granted.resources.some((scope) => fits(scope, type) && scope.actions.has(action))
}

/**
 * Whether looking for a patient is allowed to whoever signed in: patients may be read and searched by what the user may
 * see, and nothing that was granted belongs to one patient, whom the server then owes us (TOK-08).
 */
export function allowsPatientSearch({ resources, others }: GrantedScopes): boolean {
  const forUser = resources.filter(
    (scope) => scope.level === 'user' && fits(scope, 'Patient') && scope.filters.length === 0,
  )
  return (
    resources.every(({ level }) => level !== 'patient') &&
    !others.has('launch/patient') &&
    (['r', 's'] as const).every((action) => forUser.some(({ actions }) => actions.has(action)))
  )
}

// Scopes that are known and give no access to resources (SMART App Launch 2.2, OpenID Connect Core §5.4).
const contextScopes =
  /^(?:openid|fhirUser|profile|email|address|phone|(?:offline|online)_access|launch(?:\/.*)?)$/

/**
 * Whether an action on a resource type is worth asking for (SCOPE-01): it is granted, or a scope that isn't understood
 * may grant it, so that the server is to decide. Where nothing about resources is understood, anything may be granted.
 */
export function mayAllow(granted: GrantedScopes, type: string, action: 'r' | 's'): boolean {
  if (allows(granted, type, action)) return true
  const unknown = [...granted.others].filter((scope) => !contextScopes.test(scope))
  return granted.resources.length === 0
    ? unknown.length > 0
    : unknown.some(
        (scope) => scope.includes('*') || scope.toLowerCase().includes(type.toLowerCase()),
      )
}

/** Which Observations may be searched for (SCOPE-01, SCOPE-05); what isn't understood narrows nothing. */
export function grantedObservations(granted: GrantedScopes): ObservationGrant {
  const type = 'Observation'
  if (!mayAllow(granted, type, 's')) return { kind: 'none' }
  const searches = granted.resources.filter((scope) => fits(scope, type) && scope.actions.has('s'))
  if (searches.length === 0 || searches.some(({ filters }) => filters.length === 0))
    return { kind: 'all' }
  const isCategory = ([name]: readonly [string, string]) => name === 'category'
  if (!searches.every(({ filters }) => filters.some(isCategory))) return { kind: 'part' }
  const filters = searches.flatMap((scope) => scope.filters)
  return {
    kind: 'categories',
    values: [...new Set(filters.filter(isCategory).flatMap(([, value]) => value.split(',')))],
    isWhole: filters.every(isCategory),
  }
}

function fits(scope: ResourceScope, type: string): boolean {
  return scope.type === '*' || scope.type === type
}
