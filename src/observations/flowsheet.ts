import type { Coding } from '../fhir/coding.ts'
import { compareNewestFirst } from './order.ts'
import {
  columnKeyOf,
  sortColumns,
  toColumn,
  type ColumnKey,
  type FlowsheetColumn,
  type Granularity,
} from './flowsheet-columns.ts'
import { addToDraft, beginDraft, finishDraft, type RowDraft } from './flowsheet-drafts.ts'
import { categoryRanker, compareDrafts, findPanels } from './flowsheet-order.ts'
import type { Observation, ObservationComponent } from './observation.ts'

/** What a cell shows: a result, or one component of a result. */
export type FlowsheetEntry = {
  readonly observation: Observation
  readonly component: ObservationComponent | undefined
}

/** A row of a flowsheet: one test, or one component of it, beneath it. */
export type FlowsheetRow = {
  readonly kind: 'test'
  readonly key: string
  readonly seriesId: string
  readonly name: string
  /** The codes that its name came with. */
  readonly codings: readonly Coding[]
  /** The language of the result that named it, where the sender says which. */
  readonly language: string | undefined
  readonly isComponent: boolean
  /** The unit all numbers share; empty for none; undefined when each cell says its own (D4). */
  readonly unit: string | undefined
  /** The components that have rows of their own, by their `seriesIdOf`. */
  readonly partIds: ReadonlySet<string>
  /** Whether some of its results can be points of a trend. */
  readonly hasTrend: boolean
  /** Whether the laboratory called one of its results abnormal or critical (D7). */
  readonly isOutOfRange: boolean
  /** All categories of its results. */
  readonly categories: ReadonlySet<string>
  /** What stands in each column, newest first, never empty; a column that is not there has no result. */
  readonly cells: ReadonlyMap<ColumnKey, readonly FlowsheetEntry[]>
}

/** A line of a flowsheet: a category as a heading, or a row. */
export type FlowsheetLine =
  | {
      readonly kind: 'heading'
      readonly key: string
      /** A category's code; undefined for results without a category. */
      readonly category: string | undefined
    }
  | FlowsheetRow

/** A result that is not in the grid, and why. */
export type LeftOut = {
  readonly observation: Observation
  readonly why: 'test-data' | 'about-another' | 'entered-in-error'
}

export type Flowsheet = {
  readonly columns: readonly FlowsheetColumn[]
  readonly lines: readonly FlowsheetLine[]
  readonly leftOut: readonly LeftOut[]
}

export type FlowsheetOptions = {
  readonly by: Granularity
  readonly order: 'newest' | 'oldest'
  /** Codes of the categories in the order of their headings; others follow by their code, none comes last. */
  readonly categories: readonly string[]
}

/**
 * Lays results out with tests down and dates across. Every one of them is in the cell of its test and its moment, or
 * among those left out: test data, results about another than the patient, and what was entered in error (D3, D8).
 *
 * - a row is what is one trend (`seriesId`); a blood pressure is one row, any other component with numbers has its own (D5)
 * - rows stand under the first of their categories; vital signs in their clinical order, tests of a laboratory beside the
 *   panel they belong to (FHIR R4 Observation.hasMember), all else by name
 * - the order of the input does not matter; the time it takes grows with the number of results
 */
export function buildFlowsheet(
  observations: readonly Observation[],
  { by, order, categories }: FlowsheetOptions,
): Flowsheet {
  const columns = new Map<ColumnKey, FlowsheetColumn>()
  const drafts = new Map<string, RowDraft>()
  const leftOut: LeftOut[] = []
  for (const observation of observations) {
    const why = reasonAgainst(observation)
    if (why !== undefined) {
      leftOut.push({ observation, why })
      continue
    }
    const key = columnKeyOf(observation.effective, by)
    if (!columns.has(key)) columns.set(key, toColumn(key, by))
    let draft = drafts.get(observation.seriesId)
    if (draft === undefined) {
      draft = beginDraft(observation)
      drafts.set(observation.seriesId, draft)
    }
    addToDraft(draft, observation, key)
  }
  const rank = categoryRanker(categories)
  const placed = findPanels([...drafts.values()], rank)
  return {
    columns: sortColumns([...columns.values()], order),
    lines: withHeadings(placed.toSorted(compareDrafts)),
    leftOut: leftOut.toSorted((a, b) => compareNewestFirst(a.observation, b.observation)),
  }
}

function withHeadings(placed: ReturnType<typeof findPanels>): readonly FlowsheetLine[] {
  const lines: FlowsheetLine[] = []
  let last: string | undefined
  for (const { draft, category } of placed) {
    const key = `heading ${category ?? ''}`
    if (key !== last) lines.push({ kind: 'heading', key, category })
    last = key
    lines.push(...finishDraft(draft))
  }
  return lines
}

function reasonAgainst({ status, isTestData, focus }: Observation): LeftOut['why'] | undefined {
  if (status === 'entered-in-error') return 'entered-in-error'
  if (isTestData === true) return 'test-data'
  return focus === undefined ? undefined : 'about-another'
}
