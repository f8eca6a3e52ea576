import { useLayoutEffect, useState } from 'react'

/**
 * The width of an element in whole pixels, and again when it changes; `fallback` where the page isn't laid out, and
 * undefined until the element is there. Known before the first drawing, so that nothing is drawn twice.
 */
export function useWidth(element: HTMLElement | null, fallback: number): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    if (element === null) return undefined
    const measure = () => setWidth(Math.floor(element.clientWidth) || fallback)
    measure()
    if (!('ResizeObserver' in globalThis)) return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, fallback])
  return width
}
