import { tn } from '../language/t.ts'
import { bloodPressureOf } from './blood-pressure.ts'
import type { Observation, ObservationComponent } from './observation.ts'
import type { ResultsById } from './results-by-id.ts'

/** What of the results was loaded, by their ids: a set or a map. */
export type LoadedIds = { readonly has: (id: string) => boolean }

/** How many members of a panel were received, and how many were not. */
export type PanelMembers = { readonly received: number; readonly missing: number }

/**
 * Counts the members of a panel (FHIR R4 Observation.hasMember, D5) that are among the Observations loaded, by their
 * ids. What names no Observation by its id (a display, something contained, another kind of resource) is missing.
 */
export function membersOf({ members }: Observation, loadedIds: LoadedIds): PanelMembers {
  const received = members.filter((member) => loadedIds.has(idOf(member))).length
  return { received, missing: members.length - received }
}

/** "Panel of 3 results"; with the ids of what is loaded also "…, 2 of them not received" (D5). */
export function formatPanel(observation: Observation, loadedIds?: LoadedIds): string {
  const { length } = observation.members
  const missing = loadedIds === undefined ? 0 : membersOf(observation, loadedIds).missing
  if (missing === 0) return tn(length, 'Panel of {n} result', 'Panel of {n} results')
  return missing === length
    ? tn(length, 'Panel of {n} result, not received', 'Panel of {n} results, none of them received')
    : tn(
        length,
        'Panel of {n} result, {missing} of them not received',
        'Panel of {n} results, {missing} of them not received',
        { missing },
      )
}

/** The id in "Observation/1", absolute or with a version; empty when there is none. */
export function idOf(reference: string): string {
  return /(?:^|\/)Observation\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/.exec(reference)?.[1] ?? ''
}

/** A member of a panel, as far as it is known. */
export type PanelMember =
  | {
      readonly kind: 'result'
      readonly observation: Observation
      readonly members: readonly PanelMember[]
    }
  /** Named by the panel, but not among the loaded results; `name` is what the panel calls it, where it does. */
  | { readonly kind: 'missing'; readonly reference: string; readonly name: string | undefined }
  /** Contains the panel it is in; not gone into again. */
  | { readonly kind: 'circle'; readonly observation: Observation }
  /** More panels within one another than are gone into. */
  | { readonly kind: 'too-deep'; readonly observation: Observation }

const mostLevels = 3

/**
 * Gives the members of a panel with their own members, in the panel's order (FHIR R4 Observation.hasMember, D5): three
 * levels deep, and never through an Observation that it is already within.
 */
export function panelMembers(
  panel: Observation,
  byId: ResultsById,
  within: readonly string[] = [],
): PanelMember[] {
  const path = [...within, panel.id]
  return panel.members.map((reference, index): PanelMember => {
    const observation = byId.get(idOf(reference))
    if (observation === undefined)
      return { kind: 'missing', reference, name: panel.memberNames?.[index] }
    if (path.includes(observation.id)) return { kind: 'circle', observation }
    if (observation.members.length > 0 && path.length >= mostLevels)
      return { kind: 'too-deep', observation }
    return { kind: 'result', observation, members: panelMembers(observation, byId, path) }
  })
}

/**
 * The components that stand for themselves (FHIR R4 Observation.component, D5): all but the two of a blood pressure, which
 * are one value; none of a value that must not be shown.
 */
export function partsOf(observation: Observation): readonly ObservationComponent[] {
  const { kind } = observation.value
  if (kind === 'cancelled' || kind === 'not-interpretable') return []
  return bloodPressureOf(observation)?.others ?? observation.components
}

/** A component as a result of its own, with what it shares with its Observation. */
export function asResult(observation: Observation, part: ObservationComponent): Observation {
  const { name, codings, value, flags, ranges } = part
  return { ...observation, name, codings, value, flags, ranges, components: [], members: [] }
}

/** An Observation without the parts that stand for themselves: what its own value is. */
export function withoutParts(observation: Observation): Observation {
  const parts = new Set(partsOf(observation))
  const components = observation.components.filter((one) => !parts.has(one))
  return { ...observation, components }
}
