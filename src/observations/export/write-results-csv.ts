import type { Observation } from '../observation.ts'
import { factColumns, noteColumn, resultColumns } from './csv-columns.ts'
import { textCell, writeCsv, type CsvCell } from './csv-text.ts'
import type { ExportFacts } from './export-facts.ts'

/**
 * Writes results as CSV, a row for each result and each of its components, in the order given; then a row for each thing that has to be
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
  const { received } = facts
  const ofFile = factColumns.map(({ cell }) => cell(facts))
  for (const observation of observations)
    // Flags, ranges, codes and members of a panel are its own: it has a row even where components hold all values.
    for (const component of [undefined, ...observation.components])
      yield [
        ...resultColumns.map(({ cell }) => cell({ observation, component, received })),
        ...ofFile,
      ]
  for (const words of [facts.patient, ...facts.selection, ...facts.completeness])
    yield [...toNote(words), ...ofFile]
}

function toNote(words: string): readonly CsvCell[] {
  const [, ...others] = resultColumns
  return [textCell('note'), ...others.map(({ name }) => textCell(name === noteColumn ? words : ''))]
}
