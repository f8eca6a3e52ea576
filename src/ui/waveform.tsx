import { useId, useMemo, useState } from 'react'
import { t } from '../language/t.ts'
import { Theirs } from './theirs.tsx'
import { tx } from './tx.tsx'
import { useWaveCursor, useWaveView } from './use-wave-view.ts'
import {
  EDGE,
  hasSquares,
  TIME_AXIS,
  TimeAxis,
  topOf,
  TrackTile,
  ValueAxis,
  WaveCursor,
} from './wave-plot.tsx'
import type { WaveGeometry } from './wave-plot.tsx'
import { figuresOf, isTooMany } from './wave-samples.ts'
import type { WaveFigures, WaveTrack } from './wave-samples.ts'
import type { Limits } from './wave-scale.ts'
import { timeScale, valueScale } from './wave-scale.ts'
import { WaveTable } from './wave-table.tsx'
import { formatMissing, formatSample } from './wave-words.ts'
import './waveform.css'

/** A sender may claim any number of dimensions; more would be no picture. */
const MOST_TRACKS = 16
/** Without paper, how far apart samples are when the waves are drawn large. */
const LARGE_STEP = 4

type Props = {
  readonly title: string
  /** In words of the caption, such as how long and how often. */
  readonly summary: string
  readonly unit: string | undefined
  /** The UCUM code of the unit, else what it is called; chooses the paper. */
  readonly unitCode: string | undefined
  readonly periodMs: number
  readonly tracks: readonly WaveTrack[]
  readonly limits: Limits
  /** Milliseconds after the first sample, in words. The same function between renders. */
  readonly formatTime: (ms: number) => string
}

type Size = 'whole' | 'large'

function Plot({
  values: { lowest, highest },
  ...props
}: Props & { readonly values: NonNullable<WaveFigures['values']> }) {
  const { title, unit, unitCode, periodMs, tracks, limits, formatTime } = props
  const [size, setSize] = useState<Size>('whole')
  const points = Math.max(...tracks.map(({ samples }) => samples.length))
  const spanMs = Math.max(1, points - 1) * periodMs
  const { lower, upper } = limits
  const values = useMemo(
    () => valueScale({ lowest, highest }, { lower, upper }, unitCode, periodMs, tracks.length),
    [lowest, highest, lower, upper, unitCode, periodMs, tracks.length],
  )
  const largeScale = values.paper?.pixelsPerMs ?? LARGE_STEP / periodMs
  const { ref, roomWidth, tiles, pixelsPerMs, width, reveal } = useWaveView({
    points,
    periodMs,
    largeScale: size === 'large' ? largeScale : undefined,
  })
  const cursor = useWaveCursor(points, periodMs, pixelsPerMs, reveal)
  const geometry = useMemo(
    (): WaveGeometry => ({
      values,
      limits: { lower, upper },
      periodMs,
      pixelsPerMs,
      time: timeScale(spanMs, pixelsPerMs),
    }),
    [values, lower, upper, periodMs, pixelsPerMs, spanMs],
  )
  const bottom = topOf(tracks.length - 1, values) + values.height
  const isReduced = tiles.some(({ from, until, width: room }) => isTooMany(until - from, room))
  const samplesAt = tracks.map(({ samples }) => samples[cursor.at ?? -1])
  const said = samplesAt.flatMap((sample, index) => {
    if (sample === undefined) return []
    const words = formatSample(sample, unit)
    return [tracks.length === 1 ? words : `${tracks[index]?.name ?? ''}: ${words}`]
  })
  return (
    <>
      {spanMs * largeScale > 1.2 * roomWidth && (
        <p>
          <button
            type="button"
            className="button-small"
            onClick={() => setSize(size === 'whole' ? 'large' : 'whole')}
          >
            {size === 'large'
              ? t('Show all at once')
              : values.paper
                ? t('Show at 25 mm a second')
                : t('Show larger')}
          </button>
        </p>
      )}
      <div className="wave-body">
        <ValueAxis count={tracks.length} values={values} height={bottom + TIME_AXIS} />
        <div
          ref={ref}
          className="wave-scroller"
          role="application"
          aria-label={t(
            '{title}. Left and right arrow keys move through the samples, Page Up and Page Down by larger steps.',
            { title },
          )}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- moved through by keyboard
          tabIndex={0}
          {...cursor.handlers}
        >
          <svg width={width} height={bottom + TIME_AXIS} aria-hidden="true">
            {tiles.map((tile) => (
              <g key={tile.from}>
                {tracks.map(({ samples }, index) => (
                  <TrackTile key={index} {...{ samples, index, tile, geometry }} />
                ))}
                <TimeAxis tile={tile} top={bottom} geometry={geometry} />
              </g>
            ))}
            {cursor.at !== undefined && (
              <WaveCursor at={cursor.at} {...{ samples: samplesAt, bottom, geometry }} />
            )}
          </svg>
        </div>
        {tracks.length > 1 &&
          tracks.map(({ name }, index) => (
            <p
              key={index}
              className="wave-name"
              style={{ insetBlockStart: topOf(index, values) - 24, insetInlineEnd: EDGE }}
            >
              <bdi>{name}</bdi>
            </p>
          ))}
      </div>
      <p className="wave-axis quiet">
        {t('Time in {unit}', { unit: geometry.time.unit })}
        {'; '}
        {unit === undefined
          ? t('no unit was given for the values')
          : tx('values in {unit}', { unit: <Theirs>{unit}</Theirs> })}
        {hasSquares(geometry) && `; ${t('squares of 0.2 s by 0.5 mV')}`}
        {isReduced &&
          `; ${t('drawn with the lowest and highest values of each moment, all are in the table')}`}
      </p>
      <p role="status" className="wave-now">
        {cursor.at !== undefined && (
          <>
            {formatTime(cursor.at * periodMs)}: <bdi>{said.join('; ')}</bdi>
          </>
        )}
      </p>
    </>
  )
}

const limitIn = (value: number, unit: string | undefined) =>
  formatSample({ kind: 'value', atMs: 0, value }, unit)

/**
 * Draws a waveform (FHIR R4 SampledData) with its scale: tracks of one unit beneath one another, gaps where a sample has
 * no value, limits of detection as dashed lines. A figure named by `title`; arrow keys move through the samples when it
 * has the focus, and every sample is in a table that opens beneath. What is above 2,000 samples is drawn reduced.
 */
export function Waveform(props: Props) {
  const { title, summary, unit, tracks, limits, formatTime } = props
  const captionId = useId()
  const { values, missing } = useMemo(() => figuresOf(tracks), [tracks])
  const drawn = useMemo(() => tracks.slice(0, MOST_TRACKS), [tracks])
  const missingWords = formatMissing(missing)
  const limitWords = [
    limits.lower === undefined
      ? undefined
      : t('lower {value}|limit of detection', { value: limitIn(limits.lower, unit) }),
    limits.upper === undefined
      ? undefined
      : t('upper {value}|limit of detection', { value: limitIn(limits.upper, unit) }),
  ].filter((words) => words !== undefined)
  return (
    <figure className="waveform" aria-labelledby={captionId}>
      <figcaption>
        <strong id={captionId}>
          <Theirs>{title}</Theirs>
        </strong>
        <p>
          <bdi>{summary}</bdi>
        </p>
        {missingWords !== undefined && <p className="wave-missing">{missingWords}</p>}
        {limitWords.length > 0 && (
          <p className="quiet">
            {tx('Limits of detection: {limits}', { limits: <bdi>{limitWords.join(', ')}</bdi> })}
          </p>
        )}
        {tracks.length > MOST_TRACKS && (
          <p>
            {t('The first {drawn} of {total} dimensions are drawn; the table has all of them.', {
              drawn: MOST_TRACKS,
              total: tracks.length,
            })}
          </p>
        )}
      </figcaption>
      {values !== undefined && <Plot {...props} tracks={drawn} values={values} />}
      <WaveTable {...{ title, unit, tracks, formatTime }} />
    </figure>
  )
}
