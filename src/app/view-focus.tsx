import { useEffect, type RefObject } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom'
import { t } from '../language/t.ts'

const headingOfView = () => document.querySelector<HTMLElement>('main h1')

/** The first thing of a record that takes the focus: leads past what stands above every view (WCAG 2.4.1). */
export function SkipToMain() {
  return (
    <button
      type="button"
      className="button-small skip-to-main"
      onClick={() => headingOfView()?.focus()}
    >
      {t('Skip to the main content')}
    </button>
  )
}

/**
 * Stands after a view, and comes with it: where the link that led here went away with the view before, the focus goes to
 * the heading and isn't lost (WCAG 2.4.3). A view that has put it somewhere itself keeps it there. `last` is the path of
 * the view before; on the first one nothing is moved.
 */
export function ViewArrived({ last }: { readonly last: RefObject<string | undefined> }) {
  const { pathname } = useLocation()
  const by = useNavigationType()
  useEffect(() => {
    const before = last.current
    last.current = pathname
    const { activeElement, body } = document
    const isLost = activeElement === null || activeElement === body
    if (before === undefined || before === pathname || !isLost) return
    // Back brings the page to where it was.
    headingOfView()?.focus({ preventScroll: by === NavigationType.Pop })
  }, [pathname, last, by])
  return null
}
