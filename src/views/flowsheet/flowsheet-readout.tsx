import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { t } from '../../language/t.ts'
import type { FlowsheetRow } from '../../observations/flowsheet.ts'
import { dateOfColumn, type FlowsheetColumn } from '../../observations/flowsheet-columns.ts'
import { entrySentence } from '../../observations/flowsheet-words.ts'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'

/** The cell that was last gone to. */
export type ShownCell = { readonly row: FlowsheetRow; readonly column: FlowsheetColumn }

/**
 * Below the grid, what the cell in use says in full: each of its results in a sentence with a link, so that a "+2" opens and
 * a "–" gives its reason. It keeps its height, and says what it is for until a cell is gone to.
 */
export function SheetReadout({
  shown,
  resultHref,
  onOpen,
}: {
  readonly shown: ShownCell | undefined
  readonly resultHref: (observationId: string) => string
  readonly onOpen: ((observationId: string) => void) | undefined
}) {
  const entries = shown?.row.cells.get(shown.column.key)
  return (
    <section className="sheet-readout" aria-label={t('Cell in full')}>
      {shown === undefined ? (
        <p className="quiet">{t('Go to a cell to read it in full here.')}</p>
      ) : entries === undefined ? (
        <p>
          {tx('{test}, {date}: no result.', {
            test: <Theirs>{shown.row.name}</Theirs>,
            date: wordsOf(shown.column),
          })}
        </p>
      ) : (
        <ul className="plain-list">
          {entries.map((entry, index) => (
            <li key={`${entry.observation.id} ${index}`}>
              <a
                href={resultHref(entry.observation.id)}
                onClick={() => onOpen?.(entry.observation.id)}
              >
                <bdi>{entrySentence(entry)}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function wordsOf(column: FlowsheetColumn): string {
  const date = dateOfColumn(column)
  return date === undefined ? t('date not recorded|within a sentence') : formatFhirDate(date)
}
