import type { Observation } from '../observations/observation.ts'
import { applyNewestFirst } from '../observations/order.ts'

/** Observations, each id once, that grow page by page. */
export type ObservationPile = {
  readonly get: (id: string) => Observation | undefined
  readonly put: (observation: Observation) => void
  readonly remove: (id: string) => void
  /** Newest first (OBS-09); the same list while nothing changes. */
  readonly list: () => readonly Observation[]
  /** A copy of what is here, by id. */
  readonly byId: () => ReadonlyMap<string, Observation>
  readonly clear: () => void
}

export function createPile(): ObservationPile {
  let held = new Map<string, Observation>()
  let sorted: readonly Observation[] = []
  let pending = new Map<string, Observation | undefined>()
  return {
    get: (id) => held.get(id),
    put(observation) {
      held.set(observation.id, observation)
      pending.set(observation.id, observation)
    },
    remove(id) {
      if (held.delete(id)) pending.set(id, undefined)
    },
    list() {
      sorted = applyNewestFirst(sorted, pending)
      if (pending.size > 0) pending = new Map()
      return sorted
    },
    byId: () => new Map(held),
    clear() {
      held = new Map()
      sorted = []
      pending = new Map()
    },
  }
}
