import { useEffect, useState, useSyncExternalStore, type PointerEvent } from 'react'
import { createPortal } from 'react-dom'
import { DefaultZIndexes, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { nearestRow, type ChartCursor } from './chart-cursor.ts'
import type { TimeSpan } from './chart-drawing.ts'
import type { ChartRow } from './chart-rows.ts'
import { colourOf } from './chart-strokes.ts'
import { rowsOfMoment, TipWords } from './chart-tip.tsx'

/** Above everything else. One of the chart's own layers, as any other is there only a frame later. */
const ON_TOP = DefaultZIndexes.label
/** A shorter drag is a click. */
const SHORTEST_DRAG = 8

type Props = {
  readonly chart: string
  readonly rows: readonly ChartRow[]
  readonly names: readonly string[]
  /** What the axis spans within its padding. */
  readonly domain: TimeSpan
  readonly cursor: ChartCursor
  /** Where the words go, over the drawing. */
  readonly host: HTMLElement
  readonly onSelect: ((span: TimeSpan) => void) | undefined
}

/**
 * The line at the moment looked at, with its points and words, and the stretch that is being dragged over. Only this is
 * drawn anew by a move of the pointer; it also takes the pointer, so that recharts reckons nothing for it.
 */
export function ChartOverlay({ chart, rows, names, domain, cursor, host, onSelect }: Props) {
  const plot = usePlotArea()
  const toX = useXAxisScale()
  const toY = useYAxisScale()
  const place = useSyncExternalStore(cursor.subscribe, cursor.get)
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>()
  const isPointedAt = place?.by === 'pointer'
  useEffect(() => {
    if (!isPointedAt) return undefined
    // The focus may be anywhere while the pointer is over the drawing (WCAG 1.4.13).
    const dismiss = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      cursor.set(undefined)
    }
    document.addEventListener('keydown', dismiss, { capture: true })
    return () => document.removeEventListener('keydown', dismiss, { capture: true })
  }, [isPointedAt, cursor])
  if (plot === undefined || toX === undefined || toY === undefined) return null

  const left = toX(domain.from) ?? plot.x
  const width = (toX(domain.to) ?? plot.x + plot.width) - left
  const toTime = (x: number) => domain.from + ((x - left) / width) * (domain.to - domain.from)
  const xOf = ({ currentTarget, clientX }: PointerEvent<SVGRectElement>) => {
    const box = currentTarget.getBoundingClientRect()
    return plot.x + Math.min(plot.width, Math.max(0, clientX - box.left))
  }
  const lookAt = (event: PointerEvent<SVGRectElement>) => {
    const index = nearestRow(rows, toTime(xOf(event)))
    const at = rows[index]?.at
    if (at !== undefined) cursor.set({ at, chart, index, by: 'pointer' })
  }
  const isOwn = place?.chart === chart
  const index = place === undefined ? -1 : isOwn ? place.index : nearestRow(rows, place.at)
  const row = rows[index]
  const x = place === undefined ? undefined : toX(place.at)
  const told =
    row === undefined ? [] : place?.by === 'key' && isOwn ? [row] : rowsOfMoment(rows, index)
  const stretch = drag && { x: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }

  return (
    <ZIndexLayer zIndex={ON_TOP}>
      {row !== undefined && x !== undefined && (
        <g className="chart-cursor">
          <line x1={x} x2={x} y1={plot.y} y2={plot.y + plot.height} stroke="var(--control)" />
          {told.flatMap(({ at, points }, nth) =>
            points.map((point, line) =>
              point === undefined ? null : (
                <circle
                  key={`${line} ${nth}`}
                  cx={toX(at)}
                  cy={toY(point.value)}
                  r={5}
                  fill={colourOf(line)}
                  stroke="var(--surface)"
                />
              ),
            ),
          )}
        </g>
      )}
      {stretch && (
        <rect
          className="chart-stretch"
          x={stretch.x}
          width={stretch.width}
          y={plot.y}
          height={plot.height}
        />
      )}
      <rect
        className="chart-catcher"
        x={plot.x}
        y={plot.y}
        width={plot.width}
        height={plot.height}
        fill="transparent"
        onMouseMove={(event) => event.stopPropagation()}
        onPointerDown={(event) => {
          if (event.button !== 0 || onSelect === undefined) return
          event.currentTarget.setPointerCapture?.(event.pointerId)
          setDrag({ from: xOf(event), to: xOf(event) })
        }}
        onPointerMove={(event) => {
          lookAt(event)
          if (drag !== undefined) setDrag({ from: drag.from, to: xOf(event) })
        }}
        onPointerUp={() => {
          if (drag === undefined || stretch === undefined) return
          setDrag(undefined)
          if (stretch.width < SHORTEST_DRAG) return
          onSelect?.({ from: toTime(stretch.x), to: toTime(stretch.x + stretch.width) })
        }}
        onPointerCancel={() => setDrag(undefined)}
        onPointerLeave={() => {
          if (cursor.get()?.by === 'pointer') cursor.set(undefined)
        }}
      />
      {createPortal(
        <>
          {row !== undefined && x !== undefined && (
            <div
              className="chart-tip"
              aria-hidden="true"
              style={
                x < plot.x + plot.width / 2
                  ? { insetInlineStart: x + 12, insetBlockStart: plot.y }
                  : {
                      insetInlineStart: x - 12,
                      insetBlockStart: plot.y,
                      transform: 'translateX(-100%)',
                    }
              }
            >
              <TipWords rows={told} names={names} />
            </div>
          )}
          <div className="visually-hidden" role="status">
            {isOwn && place.by === 'key' && row !== undefined && (
              <TipWords rows={[row]} names={names} />
            )}
          </div>
        </>,
        host,
      )}
    </ZIndexLayer>
  )
}
