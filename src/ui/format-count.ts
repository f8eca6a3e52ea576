const counts = new Intl.NumberFormat('en')

/** Writes a count with separators of thousands, in English like the words around it: 1234 gives "1,234". */
export function formatCount(count: number): string {
  return counts.format(count)
}

/** Writes a count with its noun: `formatNumberOf(1, 'result')` gives "1 result", 2 gives "2 results". */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
