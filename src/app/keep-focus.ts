import { useEffect } from 'react'

/** The heading of the view, where a keyboard or screen reader may begin. */
export const headingOfView = () => document.querySelector<HTMLElement>('main h1')

const isFocusLost = () =>
  document.activeElement === null || document.activeElement === document.body

/** How long whoever takes something away has to put the focus somewhere: effects run after the next picture. */
const soonMs = 50

/**
 * Keeps the focus in the page when what had it goes away, as the link to another view, or a notice that is dismissed
 * (WCAG 2.4.3): it goes to the nearest named part that is left, else to the heading of the view, once there is one. Whatever
 * puts it somewhere by itself is first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let around: readonly Element[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const watch = new AbortController()
    const { signal } = watch
    document.addEventListener(
      'focusin',
      ({ target }) => {
        around = target instanceof Element ? ancestorsOf(target) : []
      },
      { signal },
    )
    document.addEventListener(
      'focusout',
      ({ target }) => {
        // Left on purpose, as by a click beside everything; what was taken away is gone by then.
        queueMicrotask(() => {
          if (target === around[0] && around[0]?.isConnected === true && isFocusLost()) around = []
        })
      },
      { signal },
    )
    const mend = () => {
      timer = undefined
      if (around[0] === undefined || around[0].isConnected || !isFocusLost()) return
      const part = around.find((one) => one.isConnected && one.matches('section, main'))
      const next = part?.matches('section') === true ? part : headingOfView()
      if (!(next instanceof HTMLElement)) return
      if (!next.hasAttribute('tabindex')) next.tabIndex = -1
      next.focus()
    }
    const observer = new MutationObserver(() => {
      if (around[0]?.isConnected === false) timer ??= setTimeout(mend, soonMs)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    return () => {
      watch.abort()
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
}

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let one: Element | null = element; one !== null; one = one.parentElement) found.push(one)
  return found
}
