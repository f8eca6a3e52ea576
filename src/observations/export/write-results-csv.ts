import type { Observation } from '../observation.ts'
import { factColumns, noteColumn, resultColumns } from './csv-columns.ts'
import { textCell, writeCsv, type CsvCell } from './csv-text.ts'
import type { ExportFacts } from './export-facts.ts'

/**
 * Writes results as CSV, a row for each value or component, in the order given; then a row for each thing that has to be
 * known of the file: whose results these are, what was chosen, and what was missing (PAT-07). Those rows are `note` in the
 * first column, are there with no results too, and fit the columns, so that any program can read the file. Gives its pieces.
 */
export function writeResultsCsv(
  observations: readonly Observation[],
  facts: ExportFacts,
): readonly string[] {
  return writeCsv(toRows(observations, facts))
}

function* toRows(
  observations: readonly Observation[],
  facts: ExportFacts,
): Generator<readonly CsvCell[]> {
  yield [...resultColumns, ...factColumns].map(({ name }) => textCell(name))
  const ofFile = factColumns.map(({ cell }) => cell(facts))
  for (const observation of observations)
    for (const component of partsOf(observation))
      yield [...resultColumns.map(({ cell }) => cell({ observation, component })), ...ofFile]
  for (const words of [facts.patient, ...facts.selection, ...facts.completeness])
    yield [...toNote(words), ...ofFile]
}

/** Undefined stands for the result as a whole; one that is nothing but its components has no row of its own. */
function partsOf({ value, components }: Observation) {
  return value.kind === 'panel' && components.length > 0 ? components : [undefined, ...components]
}

function toNote(words: string): readonly CsvCell[] {
  const [, ...others] = resultColumns
  return [textCell('note'), ...others.map(({ name }) => textCell(name === noteColumn ? words : ''))]
}
