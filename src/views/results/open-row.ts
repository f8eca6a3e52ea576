import { createContext } from 'react'

/** Opens the detail of a result by its id; the same function between renders. Undefined where there is no detail. */
export const OpenRow = createContext<((id: string) => void) | undefined>(undefined)

/** What the button that opens a detail carries, so that the focus can come back to it. */
export const openerClass = 'details-opener'

/** Finds the button of a row within the table; undefined where the row isn't shown any more. */
export function openerOf(table: Element | null, id: string): HTMLElement | undefined {
  const openers = table?.querySelectorAll<HTMLElement>(`.${openerClass}`) ?? []
  return [...openers].find(({ dataset }) => dataset['row'] === id)
}
