import { readScopes, type ResourceScope } from './scopes.ts'

/** How what was granted differs from what was asked for, in scopes as they were written. */
export type ScopeDifference = {
  /** Asked for, and not granted at all. */
  readonly missing: readonly string[]
  /** Asked for, and granted in part: fewer actions, or narrowed. */
  readonly inPart: readonly string[]
  /** Granted beyond what was asked for. */
  readonly beyond: readonly string[]
}

/**
 * Compares scopes by what they mean, not as texts (SCOPE-01): v1 `read` is v2 `rs`, `.r` and `.s` granted apart are
 * `.rs`, and `user/` covers `patient/`. Takes the scopes separated by spaces, as requested and as granted.
 */
export function compareScopes(requested: string, granted: string): ScopeDifference {
  const asked = split(requested)
  const wasAsked = asked.map((scope) => [scope, coverage(scope, granted)] as const)
  const having = (how: Coverage) => wasAsked.flatMap(([scope, is]) => (is === how ? [scope] : []))
  return {
    missing: having('none'),
    inPart: having('part'),
    beyond: split(granted).filter((scope) => coverage(scope, requested) !== 'whole'),
  }
}

type Coverage = 'whole' | 'part' | 'none'

/** How much of one scope is among others. */
function coverage(scope: string, among: string): Coverage {
  const [wanted] = readScopes(scope).resources
  const { resources, others } = readScopes(among)
  if (!wanted) return others.has(scope) ? 'whole' : 'none'
  const having = resources.filter(
    ({ level, type }) =>
      (level === wanted.level || level === 'user') &&
      (type === wanted.type || type === '*' || wanted.type === '*'),
  )
  const covers = (action: string) =>
    having.some((one) => one.actions.has(action) && isWithin(wanted, one))
  const actions = [...wanted.actions]
  if (actions.every(covers)) return 'whole'
  const touches = (action: string) => having.some((one) => one.actions.has(action))
  return actions.some(touches) ? 'part' : 'none'
}

/** Whether a scope is no wider than another: what narrows the other narrows it too. */
function isWithin(wanted: ResourceScope, other: ResourceScope): boolean {
  if (other.type !== wanted.type && other.type !== '*') return false
  return other.filters.every(([name, value]) =>
    wanted.filters.some(([its, text]) => its === name && text === value),
  )
}

function split(scope: string): string[] {
  return [...new Set(scope.split(/\s+/).filter(Boolean))]
}
