/** A permission for resources, in either syntax: level, type, and what is allowed (SMART App Launch 2.2 "Scopes"). */
const pattern = /^(patient|user|system)\/(\*|[A-Za-z]+)\.([a-z*]+)(?:\?.+)?$/

/** What version 1 calls otherwise. */
const letters: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' }

/**
 * Whether a scope is among those that a server lists, by what it means: `read` is `rs`, `user/` covers `patient/`, `*`
 * any type, and actions may be listed apart. What narrows a listed scope isn't looked at unless it is listed so.
 *
 * A short form of `compareScopes`, with which it agrees about scopes that nothing narrows: sharing that one would cost
 * every record a little, and this page is for few.
 */
export function isListed(scope: string, listed: readonly string[]): boolean {
  if (listed.includes(scope)) return true
  const wanted = read(scope)
  if (!wanted) return false
  const having = listed
    .filter((one) => !one.includes('?'))
    .map(read)
    .filter((one) => one !== undefined)
    .filter(({ level }) => level === wanted.level || level === 'user')
    .filter(({ type }) => type === wanted.type || type === '*')
  return Array.from(wanted.actions).every((action) =>
    having.some(({ actions }) => actions.includes(action)),
  )
}

function read(scope: string): { level: string; type: string; actions: string } | undefined {
  const [, level = '', type = '', written = ''] = pattern.exec(scope) ?? []
  const actions = letters[written] ?? written
  return /^c?r?u?d?s?$/.test(actions) && actions !== '' ? { level, type, actions } : undefined
}
