import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { showTitle, type PageName } from './page-title.ts'

/**
 * The one level-1 heading of a screen, which the tab is called after by `page`. It can take focus (`tabIndex` -1), so that whoever changes the screen may
 * bring a keyboard or screen reader to its start; with `isFocusedOnMount` it does so itself.
 */
export function PageHeading({
  children,
  page,
  isFocusedOnMount = false,
}: {
  readonly children: ReactNode
  readonly page: PageName
  readonly isFocusedOnMount?: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isFocusedOnMount) heading.current?.focus()
  }, [isFocusedOnMount])
  useEffect(() => {
    showTitle(page)
  }, [page])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
