import type { Breathe } from '../fhir/breather.ts'

/** So many are worked off between two looks at the time. */
const sliceLength = 200

/** Does something with each of many, with pauses in which the page can draw and answer. */
export async function inSlices<T>(
  list: readonly T[],
  breathe: Breathe,
  take: (one: T) => void,
): Promise<void> {
  for (let from = 0; from < list.length; from += sliceLength) {
    await breathe()
    for (const one of list.slice(from, from + sliceLength)) take(one)
  }
}
