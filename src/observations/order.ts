import { startOf } from '../fhir/fhir-date.ts'
import { effectiveStart } from './effective.ts'
import type { Observation } from './observation.ts'

/**
 * Orders Observations newest first: by the start of the effective interval, then by `issued`, then by id; those
 * without a date come last (D6). A total order: servers promise none (OBS-09), and rows must not jump about.
 */
export function compareNewestFirst(a: Observation, b: Observation): number {
  return (
    compareLatestFirst(effectiveStart(a.effective), effectiveStart(b.effective)) ||
    compareLatestFirst(a.issued && startOf(a.issued), b.issued && startOf(b.issued)) ||
    compareText(a.id, b.id)
  )
}

function compareLatestFirst(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  return b === undefined ? -1 : b - a
}

/** By code unit, not by the viewer's language: the order is the same for everybody. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Gives `sorted` with changes taken in: by id, what is new or in place of what was, or undefined for what is gone. Costs
 * a walk through the list and the sorting of the changes alone, so that a record can grow page by page.
 */
export function applyNewestFirst(
  sorted: readonly Observation[],
  changes: ReadonlyMap<string, Observation | undefined>,
): readonly Observation[] {
  if (changes.size === 0) return sorted
  const added = [...changes.values()].filter((one) => one !== undefined).sort(compareNewestFirst)
  const kept = sorted.filter(({ id }) => !changes.has(id))
  const merged: Observation[] = []
  let next = 0
  for (const one of kept) {
    for (
      let other = added[next];
      other && compareNewestFirst(other, one) < 0;
      other = added[next]
    ) {
      merged.push(other)
      next += 1
    }
    merged.push(one)
  }
  return [...merged, ...added.slice(next)]
}
