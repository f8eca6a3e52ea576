/** One tick on the sign-in page: what it is called and the scopes it stands for. */
export type ScopeChoice = { readonly label: string; readonly scopes: readonly string[] }

/** A resource scope taken apart (SMART App Launch 2.2, v1 and v2 syntax). */
export type ResourceScope = {
  readonly level: 'patient' | 'user'
  /** Resource type, or `*`. */
  readonly type: string
  /** Letters of `cruds`; v1 `read` is `rs`, `write` is `cud`, `*` is all. */
  readonly actions: string
  /** The search parameters of a granular scope, such as `[['category', 'system|code']]`. */
  readonly filters: readonly (readonly [name: string, value: string])[]
}

/** Lets an app ask the EHR's page for things (SMART Web Messaging, "Authorization with SMART scopes"). */
export const messagingScope = 'messaging/ui'

const contextScopes = new Set([
  messagingScope,
  'openid',
  'fhirUser',
  'profile',
  'launch',
  'launch/patient',
  'launch/encounter',
  'offline_access',
  'online_access',
])

const types = new Set(['*', 'Patient', 'Observation', 'Encounter', 'Practitioner', 'RelatedPerson'])
const v1Actions: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }
const filterable = new Set(['category', 'code'])

/** Splits a `scope` value at its spaces; an empty value gives no scopes. */
export function splitScope(scope: string): string[] {
  return scope.split(' ').filter((one) => one !== '')
}

/** Whether `scope` names context or identity (`openid`, `launch/patient`…) rather than resources. */
export function isContextScope(scope: string): boolean {
  return contextScopes.has(scope)
}

/**
 * Reads one resource scope of either syntax, or gives undefined for what this server doesn't know: other types,
 * letters out of order (SMART App Launch 2.2: "cruds" in that order), filters other than category and code,
 * `system/`.
 */
export function readResourceScope(scope: string): ResourceScope | undefined {
  const match = /^(patient|user)\/(\*|[A-Za-z]+)\.([a-z]+|\*)(?:\?(.+))?$/.exec(scope)
  const [, level, type, letters, query] = match ?? []
  if (type === undefined || letters === undefined || !types.has(type)) return undefined
  const actions = v1Actions[letters] ?? letters
  if (!/^(?=.)c?r?u?d?s?$/.test(actions)) return undefined
  const filters = query === undefined ? [] : [...new URLSearchParams(query)]
  // Anything not understood must not widen the scope, so it is no scope at all.
  if (filters.some(([name]) => !filterable.has(name))) return undefined
  return { level: level === 'user' ? 'user' : 'patient', type, actions, filters }
}

/** Leaves of the asked scopes those this server can grant, each once, in the order asked. */
export function knownScopes(asked: readonly string[]): string[] {
  return [...new Set(asked)].filter(
    (scope) => isContextScope(scope) || readResourceScope(scope) !== undefined,
  )
}

/**
 * A granted scope as old Epic builds write it (notes B2.3): every resource scope as `.Read` and again as `.read`,
 * some of it repeated, and a space at the end (SCOPE-02).
 */
export function toEpicV1Form(scope: string): string {
  const written = splitScope(scope).flatMap((one) =>
    one.endsWith('.read') ? [one.replace(/read$/, 'Read'), one, one] : [one],
  )
  return `${written.join(' ')} `
}
