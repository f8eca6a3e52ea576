import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { t } from '../language/t.ts'

/**
 * The one level-1 heading of a screen, which the tab is called after too: its words where they are a text, else `title`;
 * no name of a patient or of a test, since a browser keeps titles in its history. It can take focus (`tabIndex` -1), so that whoever changes the screen may
 * bring a keyboard or screen reader to its start; with `isFocusedOnMount` it does so itself.
 */
export function PageHeading({
  children,
  title = typeof children === 'string' ? children : undefined,
  isFocusedOnMount = false,
}: {
  readonly children: ReactNode
  readonly title?: string | undefined
  readonly isFocusedOnMount?: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isFocusedOnMount) heading.current?.focus()
  }, [isFocusedOnMount])
  useEffect(() => {
    document.title =
      title === undefined ? 'Chartside' : t('{page} – Chartside', { page: title })
  }, [title])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
