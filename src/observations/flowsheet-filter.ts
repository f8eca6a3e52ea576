import type { Flowsheet, FlowsheetLine, FlowsheetRow } from './flowsheet.ts'

/** What the rows of a flowsheet are narrowed to; a member that is left out narrows nothing. */
export type FlowsheetFilter = {
  readonly category?: string | undefined
  readonly isOutOfRange?: boolean | undefined
  /** The tests that a search found, by their `seriesId`. */
  readonly tests?: ReadonlySet<string> | undefined
}

/**
 * Leaves out whole rows, and then the columns and headings that nothing is left of. Never a single cell: an empty cell
 * means that nobody recorded anything, and a normal value between two that are not has to be seen.
 */
export function filterFlowsheet(flowsheet: Flowsheet, filter: FlowsheetFilter): Flowsheet {
  const { category, isOutOfRange = false, tests } = filter
  if (category === undefined && !isOutOfRange && tests === undefined) return flowsheet
  const fits = (row: FlowsheetRow) =>
    (category === undefined || row.categories.has(category)) &&
    (!isOutOfRange || row.isOutOfRange) &&
    (tests === undefined || tests.has(row.seriesId))
  const rows = flowsheet.lines.filter((line) => line.kind === 'heading' || fits(line))
  const lines = rows.filter((line, index) => line.kind === 'test' || isTest(rows[index + 1]))
  const filled = new Set(
    lines.flatMap((line) => (line.kind === 'test' ? [...line.cells.keys()] : [])),
  )
  return { ...flowsheet, lines, columns: flowsheet.columns.filter(({ key }) => filled.has(key)) }
}

function isTest(line: FlowsheetLine | undefined): boolean {
  return line?.kind === 'test'
}
