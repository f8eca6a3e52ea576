import type { Clock } from './further-clock.ts'

/** Knows when somebody last touched the page. */
export type IdleWatch = {
  /** When the page is idle if nobody touches it until then, epoch milliseconds; undefined where that is switched off. */
  readonly getIdleAt: () => number | undefined
  /** Somebody is there, though this page was not touched. */
  readonly touch: () => void
  readonly stop: () => void
}

// What people do; not what pages do by themselves, as scrolling may be.
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

const tellEveryMs = 10_000

/**
 * Watches whether anybody is there (END-06, ASVS 7.3.1); `minutes` 0 switches it off. `onSign` hears of it, now and
 * then, when the page itself is touched.
 */
export function watchIdle(minutes: number, now: Clock, onSign: () => void): IdleWatch {
  const stop = new AbortController()
  let touchedAt = now()
  let toldAt = -Infinity
  const touch = () => {
    touchedAt = now()
  }
  const hear = () => {
    touch()
    if (touchedAt - toldAt < tellEveryMs) return
    toldAt = touchedAt
    onSign()
  }
  if (minutes > 0)
    for (const sign of signs)
      window.addEventListener(sign, hear, { signal: stop.signal, capture: true, passive: true })
  return {
    getIdleAt: () => (minutes > 0 ? touchedAt + minutes * 60_000 : undefined),
    touch,
    stop: () => stop.abort(),
  }
}

/** How long a page may be idle where the configuration doesn't say. */
const defaultMinutes = 15

/** The EHR around a frame locks its own screen, so there the app does so only when it is told to. */
export function chooseIdleMinutes(configured: number | undefined, isFramed: boolean): number {
  return configured ?? (isFramed ? 0 : defaultMinutes)
}
