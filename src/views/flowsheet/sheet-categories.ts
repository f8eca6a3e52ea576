import type { Flowsheet } from '../../observations/flowsheet.ts'

/** The categories that a flowsheet's rows have, with their titles; a `chosen` one stays while its results are on their way. */
export function categoryChoices(
  { lines }: Flowsheet,
  titles: ReadonlyMap<string, string>,
  chosen: string | undefined,
): readonly (readonly [code: string, title: string])[] {
  const found = new Set(chosen !== undefined && titles.has(chosen) ? [chosen] : [])
  for (const line of lines) {
    if (line.kind === 'test') for (const code of line.categories) found.add(code)
  }
  const known = [...titles].filter(([code]) => found.has(code))
  const others = [...found].filter((code) => !titles.has(code)).toSorted()
  return [...known, ...others.map((code) => [code, code] as const)]
}
