import { formatFhirDate } from '../fhir/fhir-date.ts'
import { toDay } from './day.ts'
import { dateOf } from './effective.ts'
import type { Observation } from './observation.ts'
import { idOf } from './panel.ts'
import { formatEffective } from './words.ts'

/** By what results may stand together. */
export const groupings = ['none', 'test', 'day', 'panel'] as const
export type Grouping = (typeof groupings)[number]

/** A line of a list of results: a heading over some of them, or one result. */
export type ResultLine =
  | {
      readonly kind: 'heading'
      readonly key: string
      readonly title: string
      readonly count: number
    }
  | { readonly kind: 'result'; readonly key: string; readonly observation: Observation }

type Group = { readonly key: string; readonly title: string; readonly members: Observation[] }

/**
 * Puts results under headings, each once, in their order; the groups come in the order of their first results.
 *
 * - `test`: what is one trend (D5)
 * - `day`: the calendar day in the viewer's zone; a partial date is a group of its own, and so is no date (D6)
 * - `panel`: a panel with its members that are among the results (FHIR R4 Observation.hasMember, D5), then all others
 */
export function groupResults(
  observations: readonly Observation[],
  by: Grouping,
): readonly ResultLine[] {
  if (by === 'none') return observations.map(toLine)
  const groups = new Map<string, Group>()
  const place = by === 'panel' ? panelPlacer(observations) : by === 'day' ? placeByDay : placeByTest
  for (const observation of observations) {
    const { key, title } = place(observation)
    const group = groups.get(key) ?? { key, title, members: [] }
    groups.set(key, group)
    group.members.push(observation)
  }
  return [...groups.values()].flatMap(({ key, title, members }): ResultLine[] => [
    { kind: 'heading', key: `heading ${key}`, title, count: members.length },
    ...members.map(toLine),
  ])
}

type Place = { readonly key: string; readonly title: string }

/** The line of a result stays the same object, so that a table need not draw it again when others come. */
const known = new WeakMap<Observation, ResultLine>()

function toLine(observation: Observation): ResultLine {
  const line = known.get(observation) ?? { kind: 'result', key: observation.id, observation }
  known.set(observation, line)
  return line
}

const placeByTest = ({ seriesId, name }: Observation): Place => ({ key: seriesId, title: name })

function placeByDay({ effective }: Observation): Place {
  const date = dateOf(effective)
  if (date === undefined) return { key: 'none', title: 'Date not recorded' }
  const day = toDay(date)
  return { key: day.text, title: formatFhirDate(day) }
}

/** A panel's members stand with it; one that is in several stands with the first. */
function panelPlacer(observations: readonly Observation[]): (observation: Observation) => Place {
  const panelOf = new Map<string, Observation>()
  for (const panel of observations) {
    for (const reference of panel.members) {
      const id = idOf(reference)
      if (!panelOf.has(id)) panelOf.set(id, panel)
    }
  }
  return (observation) => {
    const panel = observation.members.length > 0 ? observation : panelOf.get(observation.id)
    return panel === undefined
      ? { key: 'none', title: 'Not in a panel' }
      : { key: `panel ${panel.id}`, title: `${panel.name}, ${formatEffective(panel.effective)}` }
  }
}
