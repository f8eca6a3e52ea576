import { waitUntilIdle } from './idle-gate.ts'

/** What several subjects cost, pass by pass: each list is in the order of the passes. */
export type Interleaved<Name extends string, Cost> = Readonly<Record<Name, readonly Cost[]>>

/**
 * Measures subjects in turn, so that what the machine does beside it meets all of them alike. One pass before the first is
 * thrown away, as it fills the server's memory; nothing else is.
 */
export async function interleave<Name extends string, Cost>(
  names: readonly Name[],
  passes: number,
  measure: (name: Name) => Promise<Cost>,
): Promise<Interleaved<Name, Cost>> {
  const costs = Object.fromEntries(names.map((name) => [name, [] as Cost[]])) as Record<
    Name,
    Cost[]
  >
  for (let pass = 0; pass <= passes; pass += 1)
    for (const name of names) {
      await waitUntilIdle()
      const cost = await measure(name)
      if (pass > 0) costs[name].push(cost)
    }
  return costs
}
