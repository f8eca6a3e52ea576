/** One permission for resources, v1 or v2 written, in v2's letters (SMART App Launch 2.2 "Scopes"). */
type ResourceScope = {
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
 * invalid and left out.
 */
export function readScopes(scope: string): GrantedScopes {
  const resources: ResourceScope[] = []
  const others = new Set<string>()
  for (const text of new Set(scope.split(/\s+/).filter(Boolean))) {
    const match = pattern.exec(text)
    if (!match) others.add(text)
    else {
      const read = toResourceScope(match)
      if (read) resources.push(read)
    }
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
 * The categories that searching Observations is narrowed to (SCOPE-05), as `system|code` or a bare code; undefined when
 * it isn't narrowed, so that every category may be asked for.
 */
export function grantedCategories(granted: GrantedScopes): readonly string[] | undefined {
  const searches = granted.resources.filter(
    (scope) => fits(scope, 'Observation') && scope.actions.has('s'),
  )
  if (searches.length === 0 || searches.some(({ filters }) => filters.length === 0))
    return undefined
  const categories = searches.flatMap(({ filters }) =>
    filters.flatMap(([name, value]) => (name === 'category' ? [value] : [])),
  )
  return [...new Set(categories)]
}

function fits(scope: ResourceScope, type: string): boolean {
  return scope.type === '*' || scope.type === type
}
