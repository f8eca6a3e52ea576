import { currentSpeech } from '../language/language.ts'

/** A place in a grid: row 0 is its header, column 0 names the rows. */
export type GridPlace = { readonly row: number; readonly column: number }

/** The last row and the last column, and how many rows a page has. */
export type GridExtent = {
  readonly lastRow: number
  readonly lastColumn: number
  readonly page: number
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * Where a key leads by the grid pattern of the ARIA Authoring Practices: arrows, Home and End in the row, with Ctrl in
 * the whole grid, Page Up and Page Down. Undefined for any other key; at an edge it stays. Where the page is written from
 * right to left, the columns run to the left.
 */
export function placeAfter(
  event: Key,
  { row, column }: GridPlace,
  { lastRow, lastColumn, page }: GridExtent,
): GridPlace | undefined {
  if (event.altKey || event.shiftKey) return undefined
  const isWhole = event.ctrlKey || event.metaKey
  const within = (to: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(lastRow, to.row)),
    column: Math.max(0, Math.min(lastColumn, to.column)),
  })
  if (event.key === 'Home') return isWhole ? { row: 0, column: 0 } : { row, column: 0 }
  if (event.key === 'End') {
    return isWhole ? { row: lastRow, column: lastColumn } : { row, column: lastColumn }
  }
  if (isWhole) return undefined
  const toLeft = currentSpeech().direction === 'rtl' ? 1 : -1
  switch (event.key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: column + toLeft })
    case 'ArrowRight':
      return within({ row, column: column - toLeft })
    case 'PageUp':
      return within({ row: row - page, column })
    case 'PageDown':
      return within({ row: row + page, column })
    default:
      return undefined
  }
}
