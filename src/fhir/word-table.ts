/**
 * Makes a table of codes and their words from lines `code: words`. A Map, so that no code
 * from outside can reach a prototype; as text, since these tables are a large part of what the browser loads.
 */
export function wordTable(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(': ')
        return [line.slice(0, colon).trim(), line.slice(colon + 2)] as const
      }),
  )
}

/** The words for a code, where both are known. */
export function wordsFor(
  table: ReadonlyMap<string, string>,
  code: string | undefined,
): string | undefined {
  return code === undefined ? undefined : table.get(code)
}
