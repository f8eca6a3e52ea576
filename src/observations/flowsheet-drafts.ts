import { bloodPressureOf, componentLabel } from './blood-pressure.ts'
import type { ColumnKey } from './flowsheet-columns.ts'
import { addUnits, createUnitFinder, type UnitFinder } from './flowsheet-units.ts'
import type { FlowsheetEntry, FlowsheetRow } from './flowsheet.ts'
import type { Flag, Observation, ObservationComponent, ObservationValue } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import { seriesIdOf } from './series-id.ts'
import { hasTrend } from './trend-parts.ts'

type Cells = Map<ColumnKey, FlowsheetEntry[]>

/** A component while its results are gathered. */
type PartDraft = {
  readonly id: string
  newest: FlowsheetEntry
  name: string
  hasNumber: boolean
  readonly units: UnitFinder
  readonly cells: Cells
}

/** A row while it is being filled. */
export type RowDraft = {
  readonly seriesId: string
  newest: Observation
  hasTrend: boolean
  isOutOfRange: boolean
  readonly categories: Set<string>
  readonly units: UnitFinder
  readonly cells: Cells
  readonly parts: Map<string, PartDraft>
  /** Those of its results that have members: then the row is a panel. */
  readonly panels: Observation[]
}

/** Begins the row of which `observation` is a result; it still has to be added. */
export function beginDraft(observation: Observation): RowDraft {
  return {
    seriesId: observation.seriesId,
    newest: observation,
    hasTrend: false,
    isOutOfRange: false,
    categories: new Set(),
    units: createUnitFinder(),
    cells: new Map(),
    parts: new Map(),
    panels: [],
  }
}

/** Takes a result into its row, and its components into theirs. */
export function addToDraft(draft: RowDraft, observation: Observation, key: ColumnKey): void {
  put(draft.cells, key, { observation, component: undefined })
  if (isNewer(observation, draft.newest)) draft.newest = observation
  for (const category of observation.categories) draft.categories.add(category)
  draft.hasTrend ||= hasTrend(observation)
  draft.isOutOfRange ||= observation.flags.some(isBeyond)
  if (observation.members.length > 0) draft.panels.push(observation)
  addUnits(draft.units, observation)
  if (observation.components.length === 0) return
  for (const component of separateParts(observation)) addPart(draft, observation, component, key)
  draft.isOutOfRange ||= observation.components.some(({ flags }) => flags.some(isBeyond))
}

/** The components that may have rows of their own: all but the two of a blood pressure (D5). Hidden values have none. */
export function separateParts(observation: Observation): readonly ObservationComponent[] {
  const { kind } = observation.value
  if (kind === 'cancelled' || kind === 'not-interpretable') return []
  return bloodPressureOf(observation)?.others ?? observation.components
}

/** Names a component among those of its test. */
export const partIdOf = ({ name, codings }: ObservationComponent) => seriesIdOf(name, codings)

function addPart(
  draft: RowDraft,
  observation: Observation,
  component: ObservationComponent,
  key: ColumnKey,
): void {
  const id = partIdOf(component)
  const entry = { observation, component }
  let part = draft.parts.get(id)
  if (part === undefined) {
    const name = componentLabel(component)
    part = {
      id,
      newest: entry,
      name,
      hasNumber: false,
      units: createUnitFinder(),
      cells: new Map(),
    }
    draft.parts.set(id, part)
  }
  put(part.cells, key, entry)
  const isNamed = isNewer(observation, part.newest.observation)
  if (isNamed) {
    part.newest = entry
    part.name = componentLabel(component)
  }
  part.hasNumber ||= isNumber(component.value)
  part.units.add(component.value)
}

/** Gives the row, and after it those of its components that have numbers; coded ones stay words in its cells (D5). */
export function finishDraft(draft: RowDraft): FlowsheetRow[] {
  const { seriesId, newest, isOutOfRange, categories } = draft
  const parts = [...draft.parts.values()].filter(({ hasNumber }) => hasNumber)
  const common = { kind: 'test', seriesId, isOutOfRange, categories } as const
  return [
    {
      ...common,
      key: seriesId,
      name: newest.name,
      codings: newest.codings,
      language: newest.language,
      isComponent: false,
      unit: draft.units.shared(),
      partIds: new Set(parts.map(({ id }) => id)),
      hasTrend: draft.hasTrend,
      cells: sortCells(draft.cells),
    },
    ...parts
      .toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
      .map(({ id, name, newest: { component, observation }, units, cells }) => ({
        ...common,
        key: `${seriesId} ${id}`,
        name,
        codings: component?.codings ?? [],
        language: observation.language,
        isComponent: true,
        unit: units.shared(),
        partIds: new Set<string>(),
        hasTrend: draft.hasTrend,
        cells: sortCells(cells),
      })),
  ]
}

function sortCells(cells: Cells): Cells {
  for (const entries of cells.values()) {
    if (entries.length > 1) entries.sort(compareEntries)
  }
  return cells
}

/** Newest first; of one result, its components in their order, which sorting keeps. */
function compareEntries(a: FlowsheetEntry, b: FlowsheetEntry): number {
  return a.observation === b.observation ? 0 : compareNewestFirst(a.observation, b.observation)
}

function put(cells: Cells, key: ColumnKey, entry: FlowsheetEntry): void {
  const entries = cells.get(key)
  if (entries === undefined) cells.set(key, [entry])
  else entries.push(entry)
}

function isNewer(one: Observation, other: Observation): boolean {
  return one !== other && compareNewestFirst(one, other) < 0
}

function isNumber({ kind }: ObservationValue): boolean {
  return ['quantity', 'integer', 'range', 'ratio', 'sampled'].includes(kind)
}

function isBeyond({ level }: Flag): boolean {
  return level === 'abnormal' || level === 'critical'
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
