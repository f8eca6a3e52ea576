import { useEffect, useRef, type ReactNode, type Ref } from 'react'
import { openerOf } from './open-row.ts'
import './detail.css'

/** Whether the focus is on nothing at all, as when what had it went away. */
const isFocusLost = () =>
  document.activeElement === null || document.activeElement === document.body

/** Moves the focus with the row that is open: to its heading, and back to its opener (WCAG 2.4.3). */
function useFocusOfRow(row: string | undefined) {
  const layout = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(row)
  useEffect(() => {
    const was = before.current
    before.current = row
    if (was === row) return
    if (row === undefined) {
      if (was === undefined || !isFocusLost()) return
      const table = layout.current?.querySelector<HTMLElement>('.table-scroller') ?? null
      // A filter may have left the row out since.
      const opener = openerOf(table, was) ?? table
      opener?.focus()
      return
    }
    const pane = heading.current?.parentElement
    if (!pane) return
    pane.scrollTop = 0
    // Whoever goes on by Next stays there.
    if (!pane.contains(document.activeElement)) heading.current?.focus()
  }, [row])
  return { layout, heading }
}

/**
 * The table with the detail of its open `row` beside it, or in its place where there is no room for both. The table stays
 * where it is: it is laid out as ever, so that it keeps its rows and its place. Escape closes.
 */
export function DetailLayout({
  row,
  onClose,
  detail,
  children,
}: {
  readonly row: string | undefined
  readonly onClose: () => void
  readonly detail: (headingRef: Ref<HTMLHeadingElement>) => ReactNode
  readonly children: ReactNode
}) {
  const { layout, heading } = useFocusOfRow(row)
  const isOpen = row !== undefined
  useEffect(() => {
    if (!isOpen) return undefined
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose()
    }
    const element = layout.current
    element?.addEventListener('keydown', closeOnEscape)
    return () => element?.removeEventListener('keydown', closeOnEscape)
  }, [isOpen, onClose, layout])
  return (
    <div ref={layout} className={isOpen ? 'detail-layout detail-open' : 'detail-layout'}>
      <div className="detail-table">{children}</div>
      {isOpen && detail(heading)}
    </div>
  )
}
