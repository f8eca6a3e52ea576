import { useCallback, useEffect, useMemo, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { EDGE, type WaveTile } from './wave-plot.tsx'

/** Before the page is laid out. */
const FIRST_WIDTH = 640
/** Drawn as one where the waves are wider than the room: only parts in sight, and those beside, are drawn. */
const TILE_WIDTH = 500
/** Page Up and Page Down move by a part of the whole. */
const LARGE_STEPS = 20
const FEWEST_LARGE = 10

type Reach = { readonly first: number; readonly last: number }

/** The tiles that touch what is in sight, and one to either side. */
function reachOf(scroller: HTMLElement | null, room: number): Reach {
  const left = scroller?.scrollLeft ?? 0
  return {
    first: Math.floor(left / TILE_WIDTH) - 1,
    last: Math.floor((left + room) / TILE_WIDTH) + 1,
  }
}

function scrollTo(scroller: HTMLElement, left: number): void {
  scroller.scrollLeft = left
}

/**
 * How wide the waves are and which parts of them are drawn. `largeScale` is in pixels a millisecond, undefined to fit
 * all into the room there is. `ref` is of what scrolls; `reveal` scrolls to a place in pixels.
 */
export function useWaveView({
  points,
  periodMs,
  largeScale,
}: {
  readonly points: number
  readonly periodMs: number
  readonly largeScale: number | undefined
}) {
  const [scroller, ref] = useState<HTMLElement | null>(null)
  const [roomWidth, setRoomWidth] = useState(FIRST_WIDTH)
  const [{ first, last }, setReach] = useState<Reach>({ first: -1, last: 2 })
  useEffect(() => {
    if (scroller === null) return
    const follow = () => {
      const room = scroller.clientWidth || FIRST_WIDTH
      setRoomWidth(room)
      const reach = reachOf(scroller, room)
      setReach((now) => (now.first === reach.first && now.last === reach.last ? now : reach))
    }
    follow()
    scroller.addEventListener('scroll', follow, { passive: true })
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(follow)
    observer?.observe(scroller)
    return () => {
      scroller.removeEventListener('scroll', follow)
      observer?.disconnect()
    }
  }, [scroller])

  const spanMs = Math.max(1, points - 1) * periodMs
  const pixelsPerMs = largeScale ?? (roomWidth - 2 * EDGE) / spanMs
  const isWhole = largeScale === undefined
  const tiles = useMemo((): readonly WaveTile[] => {
    if (isWhole) return [{ from: 0, until: points, width: spanMs * pixelsPerMs }]
    const perTile = Math.max(1, Math.round(TILE_WIDTH / (periodMs * pixelsPerMs)))
    return (
      Array.from({ length: last - first + 1 }, (_, index) => (first + index) * perTile)
        .filter((from) => from >= 0 && from < points)
        // One sample more, so that the line goes on into the next part.
        .map((from) => ({
          from,
          until: Math.min(points, from + perTile + 1),
          width: perTile * periodMs * pixelsPerMs,
        }))
    )
  }, [isWhole, points, spanMs, periodMs, pixelsPerMs, first, last])

  const reveal = useCallback(
    (x: number) => {
      if (scroller === null) return
      const { scrollLeft, clientWidth } = scroller
      if (x < scrollLeft + EDGE || x > scrollLeft + clientWidth - EDGE)
        scrollTo(scroller, x - clientWidth / 2)
    },
    [scroller],
  )
  return { ref, roomWidth, tiles, pixelsPerMs, width: spanMs * pixelsPerMs + 2 * EDGE, reveal }
}

/** Where a key leads; undefined for any other. */
function leadsTo(key: string, at: number | undefined, points: number): number | undefined {
  const large = Math.max(FEWEST_LARGE, Math.round(points / LARGE_STEPS))
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    PageDown: large,
    PageUp: -large,
    Home: -Infinity,
    End: Infinity,
  }
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (step === undefined) return undefined
  // The first press only begins.
  const from = at ?? (step === 1 ? -1 : 0)
  return Math.min(points - 1, Math.max(0, from + step))
}

/** The point in time that somebody looks at, by key, pointer or touch: its index, undefined before and after. */
export function useWaveCursor(
  points: number,
  periodMs: number,
  pixelsPerMs: number,
  reveal: (x: number) => void,
) {
  const [at, setAt] = useState<number>()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Escape') setAt(undefined)
    const next = leadsTo(event.key, at, points)
    if (next === undefined) return
    event.preventDefault()
    setAt(next)
    reveal(EDGE + next * periodMs * pixelsPerMs)
  }
  const follow = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect()
    const x = event.clientX - left + event.currentTarget.scrollLeft - EDGE
    const nearest = Math.round(x / (periodMs * pixelsPerMs))
    setAt(Math.min(points - 1, Math.max(0, nearest)))
  }
  return { at, handlers: { onKeyDown, onPointerMove: follow, onPointerDown: follow } }
}
