/**
 * The roles that the elements of a table have by themselves. They are written out, as some browsers drop them where
 * the style sheet lays rows out as cards, and a screen reader would meet loose words there.
 */
export const tableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** The same of a grid; all are written out, as one of its own changes what the others are. */
export const gridRoles = {
  ...tableRoles,
  table: { role: 'grid' },
  cell: { role: 'gridcell' },
} as const
