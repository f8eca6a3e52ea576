/** What stands in a path where its pattern has a name, decoded. */
export type Params = Readonly<Record<string, string>>

const toSegments = (path: string) => path.split('/').filter((segment) => segment !== '')

/**
 * Reads a path by its pattern: `/s/:session/*` gives the session, whatever comes after. Undefined if the path isn't of
 * that kind, or can't be decoded.
 */
export function matchPath(pattern: string, path: string): Params | undefined {
  const expected = toSegments(pattern)
  const given = toSegments(path)
  const isOpen = expected.at(-1) === '*'
  if (isOpen) expected.pop()
  if (given.length < expected.length || (!isOpen && given.length > expected.length))
    return undefined
  const params: Record<string, string> = {}
  for (const [index, name] of expected.entries()) {
    const text = decode(given[index] ?? '')
    if (text === undefined) return undefined
    if (name.startsWith(':')) params[name.slice(1)] = text
    else if (name !== text) return undefined
  }
  return params
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
