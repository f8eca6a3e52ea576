import { useEffect, useState } from 'react'

const longMs = 10 * 60_000

/**
 * Whether the page was out of sight for ten minutes or more and has come back, until that is dismissed (CTX-09). By the
 * clock and by the time gone since, whichever is further: one stands still while a machine sleeps, the other can be set.
 */
export function useAway(): { readonly wasAway: boolean; readonly dismiss: () => void } {
  const [wasAway, setWasAway] = useState(false)
  useEffect(() => {
    let hidden = document.hidden ? now() : undefined
    const look = () => {
      if (document.hidden) {
        hidden ??= now()
        return
      }
      const gone = hidden && Math.max(now().clock - hidden.clock, now().steady - hidden.steady)
      if (gone !== undefined && gone >= longMs) setWasAway(true)
      hidden = undefined
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return { wasAway, dismiss: () => setWasAway(false) }
}

const now = () => ({ clock: Date.now(), steady: performance.now() })
