import type { Observation } from './observation.ts'

/** How many members of a panel were received, and how many were not. */
export type PanelMembers = { readonly received: number; readonly missing: number }

/**
 * Counts the members of a panel (FHIR R4 Observation.hasMember, D5) that are among the Observations loaded, by their
 * ids. What names no Observation by its id (a display, something contained, another kind of resource) is missing.
 */
export function membersOf({ members }: Observation, loadedIds: ReadonlySet<string>): PanelMembers {
  const received = members.filter((member) => loadedIds.has(idOf(member))).length
  return { received, missing: members.length - received }
}

/** "Panel of 3 results"; with the ids of what is loaded also "…, 2 of them not received" (D5). */
export function formatPanel(observation: Observation, loadedIds?: ReadonlySet<string>): string {
  const { length } = observation.members
  const panel = `Panel of ${length} ${length === 1 ? 'result' : 'results'}`
  const missing = loadedIds === undefined ? 0 : membersOf(observation, loadedIds).missing
  if (missing === 0) return panel
  if (length === 1) return `${panel}, not received`
  return `${panel}, ${missing === length ? 'none' : missing} of them ${missing === length ? '' : 'not '}received`
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
  /** Named by the panel, but not among the loaded results; in the sender's words where there are any. */
  | { readonly kind: 'missing'; readonly reference: string }
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
  byId: ReadonlyMap<string, Observation>,
  within: readonly string[] = [],
): PanelMember[] {
  const path = [...within, panel.id]
  return panel.members.map((reference): PanelMember => {
    const observation = byId.get(idOf(reference))
    if (observation === undefined) return { kind: 'missing', reference }
    if (path.includes(observation.id)) return { kind: 'circle', observation }
    if (observation.members.length > 0 && path.length >= mostLevels)
      return { kind: 'too-deep', observation }
    return { kind: 'result', observation, members: panelMembers(observation, byId, path) }
  })
}
