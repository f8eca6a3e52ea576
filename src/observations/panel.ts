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
function idOf(reference: string): string {
  return /(?:^|\/)Observation\/([^/?#]+)(?:\/_history\/[^/?#]+)?$/.exec(reference)?.[1] ?? ''
}
