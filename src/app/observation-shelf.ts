import { toText, type JsonObject } from '../fhir/json.ts'
import type { Unreadable } from '../fhir/record-load.ts'
import type { Observation } from '../observations/observation.ts'
import { createAlikeReader } from '../observations/read-alike.ts'
import type { ChangeMark } from '../observations/record-changes.ts'
import { createPile } from './observation-pile.ts'

/** The Observations of a record as they come: read, each id once, newest first; what was entered in error apart (D3). */
export type ObservationShelf = {
  /** Takes resources in; gives those that can't be read. Of what is here, the fresh ones are new. */
  readonly add: (
    resources: readonly JsonObject[],
    fresh?: readonly string[],
  ) => readonly Unreadable[]
  readonly remove: (ids: readonly string[]) => void
  /** All that are data, newest first; the same list while nothing changes. */
  readonly list: () => readonly Observation[]
  /** All entered in error that can be read, newest first; none of them is in `list` (D3). */
  readonly enteredInError: () => readonly Observation[]
  /** From now on, what says something else than what is here now is marked, and what comes as fresh. */
  readonly markChanges: () => void
  readonly marks: () => ReadonlyMap<string, ChangeMark>
  /** How many that were here then are still sent, but left out now: entered in error, about nobody, or unreadable. */
  readonly leftOut: () => number
  /** How often something that was here went, or came to say something else. */
  readonly takenBack: () => number
  readonly clear: () => void
}

/** `fhirBase` is the base of the server that they come from. */
export function createShelf(fhirBase: string): ObservationShelf {
  let reader = createAlikeReader(fhirBase)
  const data = createPile()
  const errors = createPile()
  let before: ReadonlyMap<string, Observation> | undefined
  let marks = new Map<string, ChangeMark>()
  let leftOut = new Set<string>()
  let takenBack = 0

  function put(observation: Observation): void {
    const { id } = observation
    errors.remove(id)
    leftOut.delete(id)
    const earlier = before?.get(id)
    // A reload brings mostly what is here already; it stays the same object, so that nothing is drawn anew for it.
    if (earlier && data.get(id) === earlier && isSame(earlier, observation)) return
    if (data.get(id)) takenBack += 1
    data.put(observation)
    if (earlier) marks.set(id, 'changed')
  }

  /** A newer version may take back, or no longer tell, what an earlier one said. */
  function putAside(id: string, inError: Observation | undefined): void {
    drop(id)
    if (before?.has(id) === true) leftOut.add(id)
    if (inError) errors.put(inError)
  }

  function drop(id: string): void {
    if (data.get(id)) takenBack += 1
    data.remove(id)
    errors.remove(id)
    marks.delete(id)
    leftOut.delete(id)
  }

  return {
    add(resources, fresh = []) {
      const unreadable = resources.flatMap((resource) => {
        const id = toText(resource['id']) ?? ''
        const reading = reader.read(resource)
        if (reading.kind === 'read') put(reading.observation)
        else putAside(id, reading.kind === 'unreadable' ? undefined : reading.observation)
        return reading.kind === 'unreadable' ? [{ id, reason: reading.reason }] : []
      })
      for (const id of fresh) if (data.get(id) && before?.has(id) === false) marks.set(id, 'new')
      return unreadable
    },
    remove: (ids) => ids.forEach(drop),
    list: data.list,
    enteredInError: errors.list,
    markChanges() {
      before = data.byId()
      marks = new Map()
      leftOut = new Set()
    },
    marks: () => new Map(marks),
    leftOut: () => leftOut.size,
    takenBack: () => takenBack,
    clear() {
      data.clear()
      errors.clear()
      before = undefined
      marks = new Map()
      leftOut = new Set()
      reader = createAlikeReader(fhirBase)
    },
  }
}

/** Whether two readings say the same: they are plain data, made by one function. */
function isSame(one: Observation, other: Observation): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
