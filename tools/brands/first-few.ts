/** Names the first few of a list, and says how many more there are. */
export function firstFew(names: readonly string[], few = 10): string {
  const more = names.length > few ? `, and ${names.length - few} more` : ''
  return names.slice(0, few).join(', ') + more
}
