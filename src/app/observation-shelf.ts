import { toText, type JsonObject } from '../fhir/json.ts'
import type { Unreadable } from '../fhir/record-load.ts'
import type { Observation } from '../observations/observation.ts'
import { applyNewestFirst } from '../observations/order.ts'
import { readObservation } from '../observations/read-observation.ts'
import type { ChangeMark } from '../observations/record-changes.ts'
import { createSharing } from '../observations/share-parts.ts'
import { withVisit } from '../observations/with-visit.ts'

/** The Observations of a record as they come: read, each id once, newest first. */
export type ObservationShelf = {
  /** Takes resources in; gives those that can't be read. Of what is here, the fresh ones are new. */
  readonly add: (
    resources: readonly JsonObject[],
    fresh?: readonly string[],
  ) => readonly Unreadable[]
  readonly remove: (ids: readonly string[]) => void
  /** All of them, newest first; the same list while nothing changes. */
  readonly list: () => readonly Observation[]
  /** From now on, what says something else than what is here now is marked, and what comes as fresh. */
  readonly markChanges: () => void
  readonly marks: () => ReadonlyMap<string, ChangeMark>
  readonly clear: () => void
}

/** `fhirBase` is the base of the server that they come from. */
export function createShelf(fhirBase: string): ObservationShelf {
  let share = createSharing()
  let sorted: readonly Observation[] = []
  let pending = new Map<string, Observation | undefined>()
  let held = new Map<string, Observation>()
  let before: ReadonlyMap<string, Observation> | undefined
  let marks = new Map<string, ChangeMark>()

  function put(id: string, observation: Observation): void {
    const earlier = before?.get(id)
    // A reload brings mostly what is here already; it stays the same object, so that nothing is drawn anew for it.
    if (earlier && held.get(id) === earlier && isSame(earlier, observation)) return
    held.set(id, observation)
    pending.set(id, observation)
    if (earlier) marks.set(id, 'changed')
  }

  function drop(id: string): void {
    if (!held.delete(id)) return
    pending.set(id, undefined)
    marks.delete(id)
  }

  return {
    add(resources, fresh = []) {
      const unreadable = resources.flatMap((resource) => {
        const id = toText(resource['id']) ?? ''
        const reading = readObservation(resource)
        if (reading.kind === 'read')
          put(id, share(withVisit(reading.observation, resource, fhirBase)))
        // A newer version may take back, or no longer tell, what an earlier one said.
        else drop(id)
        return reading.kind === 'unreadable' ? [{ id, reason: reading.reason }] : []
      })
      for (const id of fresh) if (held.has(id) && before?.has(id) === false) marks.set(id, 'new')
      return unreadable
    },
    remove: (ids) => ids.forEach(drop),
    list() {
      sorted = applyNewestFirst(sorted, pending)
      if (pending.size > 0) pending = new Map()
      return sorted
    },
    markChanges() {
      before = new Map(held)
      marks = new Map()
    },
    marks: () => new Map(marks),
    clear() {
      sorted = []
      pending = new Map()
      held = new Map()
      before = undefined
      marks = new Map()
      share = createSharing()
    },
  }
}

/** Whether two readings say the same: they are plain data, made by one function. */
function isSame(one: Observation, other: Observation): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
