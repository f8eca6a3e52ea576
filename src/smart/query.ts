/** Parameters of an address, each with all its values in order. */
export type Query = ReadonlyMap<string, readonly string[]>

/**
 * Reads the query of a launch, percent-decoding alone: a `+` stays a plus. `launch` is opaque and must pass byte for
 * byte (LAUNCH-02); it holds no spaces, and not every EHR escapes its plus signs.
 */
export function readQuery(search: string): Query {
  return collect(
    search
      .replace(/^\?/, '')
      .split('&')
      .filter(Boolean)
      .map((part) => {
        const [name = '', ...rest] = part.split('=')
        return [decode(name), decode(rest.join('='))]
      }),
  )
}

/** Reads the query of an authorization response, which is form-encoded: a `+` is a space (RFC 6749 §4.1.2). */
export function readForm(search: string): Query {
  return collect(new URLSearchParams(search))
}

function collect(parameters: Iterable<[string, string] | string[]>): Query {
  const query = new Map<string, string[]>()
  for (const [name = '', value = ''] of parameters)
    query.set(name, [...(query.get(name) ?? []), value])
  return query
}

/** The value of a parameter that is given exactly once and not empty, else undefined. */
export function single(query: Query, name: string): string | undefined {
  const values = query.get(name) ?? []
  return values.length === 1 && values[0] !== '' ? values[0] : undefined
}

/** Names of parameters given more than once. */
export function repeated(query: Query): string[] {
  return [...query].flatMap(([name, values]) => (values.length > 1 ? [name] : []))
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
