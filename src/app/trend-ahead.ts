import { useCallback } from 'react'
import { preloadTrend } from './lazy-pages.ts'
import { trendPath } from './paths.ts'

/**
 * Fetches the code of a trend when the pointer or the focus comes to a link that leads to one, before it is followed.
 * Gives the `ref` of the element to look in.
 */
export function useTrendAhead(sessionId: string): (area: HTMLElement) => () => void {
  return useCallback(
    (area) => {
      const start = `#${trendPath(sessionId, '')}`
      const look = ({ target }: Event) => {
        const link = target instanceof Element ? target.closest('a') : null
        if (link?.hash.startsWith(start) === true) preloadTrend()
      }
      area.addEventListener('pointerover', look)
      area.addEventListener('focusin', look)
      return () => {
        area.removeEventListener('pointerover', look)
        area.removeEventListener('focusin', look)
      }
    },
    [sessionId],
  )
}
