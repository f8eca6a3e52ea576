import { defaultRangeExtractor, observeElementRect, useVirtualizer } from '@tanstack/react-virtual'
import type { Range, VirtualItem, Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { currentSpeech } from '../language/language.ts'
import type { GridPlace } from './grid-keys.ts'

/** Of how many pixels its parts are; all rows and all columns are alike, so that nothing moves while it is scrolled. */
export type GridPixels = {
  readonly header: number
  readonly row: number
  readonly column: number
  readonly names: number
}

/** A row or column in the window, and the pixels that are left out before it. */
export type GridItem = { readonly index: number; readonly gap: number }

type Rect = { readonly width: number; readonly height: number }

/** The window's items of one axis, among them the one that holds the focus, wherever it is. */
function useAxis(
  scroller: HTMLElement | null,
  options: {
    readonly count: number
    readonly size: number
    readonly before: number
    readonly kept: number
    readonly overscan: number
    readonly horizontal: boolean
    readonly onRect: (rect: Rect) => void
  },
): { readonly items: readonly GridItem[]; readonly after: number } {
  const { count, size, before, kept, overscan, horizontal, onRect } = options
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range)
      return kept < 0 || kept >= range.count || indexes.includes(kept)
        ? indexes
        : [...indexes, kept].toSorted((a, b) => a - b)
    },
    [kept],
  )
  const observe = useCallback(
    (of: Virtualizer<HTMLElement, Element>, report: (rect: Rect) => void) =>
      observeElementRect(of, (rect) => {
        // Hidden or printed it must not lose what it shows.
        if (rect.height <= 0) return
        onRect(rect)
        report(rect)
      }),
    [onRect],
  )
  // oxlint-disable-next-line react/incompatible-library -- no compiler here, and nothing of it is passed on
  const virtualizer = useVirtualizer<HTMLElement, Element>({
    count,
    horizontal,
    isRtl: currentSpeech().direction === 'rtl',
    overscan,
    rangeExtractor,
    getScrollElement: () => scroller,
    estimateSize: () => size,
    paddingStart: before,
    observeElementRect: observe,
    initialRect: { width: 1000, height: 800 },
  })
  useLayoutEffect(() => {
    virtualizer.measure()
  }, [virtualizer, size, before])
  const shown = virtualizer.getVirtualItems()
  return useMemo(() => {
    // By the size alone: what was measured may be one render behind.
    const gapBefore = (item: VirtualItem, position: number) =>
      (item.index - (shown[position - 1]?.index ?? -1) - 1) * size
    return {
      items: shown
        .filter(({ index }) => index < count)
        .map((item, position) => ({ index: item.index, gap: gapBefore(item, position) })),
      after: Math.max(0, count - 1 - (shown.at(-1)?.index ?? count - 1)) * size,
    }
  }, [shown, size, count])
}

/** Keeps what was first in sight there when others are put before it; at the very start it stays there. */
function useAnchor(
  scroller: HTMLElement | null,
  side: 'scrollLeft' | 'scrollTop',
  keys: readonly (string | number)[],
  size: number,
): void {
  const anchor = useRef<{ readonly key: string | number; readonly rest: number }>(undefined)
  useLayoutEffect(() => {
    if (scroller === null) return
    const { current } = anchor
    if (current !== undefined) {
      const index = keys.indexOf(current.key)
      const wanted = index * size + current.rest
      if (index >= 0 && Math.abs(scrolledTo(scroller, side) - wanted) >= 1)
        scrollTo(scroller, side, wanted)
    }
    const remember = () => {
      const place = scrolledTo(scroller, side)
      const index = Math.floor(place / size)
      const key = keys[index]
      anchor.current =
        place <= 0 || key === undefined ? undefined : { key, rest: place - index * size }
    }
    remember()
    scroller.addEventListener('scroll', remember, { passive: true })
    return () => scroller.removeEventListener('scroll', remember)
  }, [scroller, side, keys, size])
}

/** Which rows and columns are in the document, and how a place is scrolled into sight. */
export function useGridWindow({
  scroller,
  pixels,
  lineKeys,
  columnKeys,
  active,
}: {
  readonly scroller: HTMLElement | null
  readonly pixels: (width: number) => GridPixels
  readonly lineKeys: readonly string[]
  readonly columnKeys: readonly (string | number)[]
  readonly active: GridPlace
}) {
  const [width, setWidth] = useState(1000)
  const onRect = useCallback((rect: Rect) => setWidth(Math.round(rect.width)), [])
  const { header, row, column, names } = useMemo(() => pixels(width), [pixels, width])
  const rows = useAxis(scroller, {
    count: lineKeys.length,
    size: row,
    before: header,
    kept: active.row - 1,
    overscan: 4,
    horizontal: false,
    onRect,
  })
  const columns = useAxis(scroller, {
    count: columnKeys.length,
    size: column,
    before: names,
    kept: active.column - 1,
    overscan: 2,
    horizontal: true,
    onRect,
  })
  useAnchor(scroller, 'scrollTop', lineKeys, row)
  useAnchor(scroller, 'scrollLeft', columnKeys, column)
  const bringIntoSight = useCallback(
    (place: GridPlace) => {
      if (scroller === null) return
      if (place.row > 0) bring(scroller, 'scrollTop', (place.row - 1) * row, row, header)
      if (place.column > 0)
        bring(scroller, 'scrollLeft', (place.column - 1) * column, column, names)
    },
    [scroller, row, column, header, names],
  )
  const page = Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - header) / row) - 1)
  return { rows, columns, pixels: { header, row, column, names }, bringIntoSight, page }
}

/** Where it is written from right to left, what is scrolled to lies at negative places (CSSOM View, scrollLeft). */
const signOf = (side: 'scrollLeft' | 'scrollTop') =>
  side === 'scrollLeft' && currentSpeech().direction === 'rtl' ? -1 : 1

/** How far it is scrolled from where it starts. */
const scrolledTo = (scroller: HTMLElement, side: 'scrollLeft' | 'scrollTop') =>
  scroller[side] * signOf(side)

/** Scrolls no further than it takes to see all of a row or column beside the header that stays. */
function bring(
  scroller: HTMLElement,
  side: 'scrollLeft' | 'scrollTop',
  start: number,
  size: number,
  header: number,
): void {
  const room = (side === 'scrollTop' ? scroller.clientHeight : scroller.clientWidth) - header
  if (start < scrolledTo(scroller, side)) scrollTo(scroller, side, start)
  else if (start + size > scrolledTo(scroller, side) + room)
    scrollTo(scroller, side, start + size - room)
}

function scrollTo(scroller: HTMLElement, side: 'scrollLeft' | 'scrollTop', place: number): void {
  scroller[side] = place * signOf(side)
}
