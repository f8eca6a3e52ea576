import { useMemo, useState } from 'react'
import { t } from '../language/t.ts'
import { DataTable } from './data-table.tsx'
import type { Column } from './table-rows.tsx'
import type { WaveSample, WaveTrack } from './wave-samples.ts'
import { formatSample } from './wave-words.ts'

type SampleRow = {
  readonly key: string
  readonly number: number
  readonly name: string
  readonly sample: WaveSample
}

/** In the order they were sent: the samples of one point in time one after the other. */
function toRows(tracks: readonly WaveTrack[]): readonly SampleRow[] {
  // Not as arguments of a single call: a sender may claim so many dimensions that they would overflow the stack.
  const points = tracks.reduce((most, { samples }) => Math.max(most, samples.length), 0)
  return Array.from({ length: points }, (_, point) =>
    tracks.flatMap(({ name, samples }, track) => {
      const sample = samples[point]
      return sample === undefined
        ? []
        : [{ key: `${point} ${track}`, number: point + 1, name, sample }]
    }),
  ).flat()
}

const rowKey = ({ key }: SampleRow) => key

type Props = {
  readonly title: string
  readonly unit: string | undefined
  readonly tracks: readonly WaveTrack[]
  readonly formatTime: (ms: number) => string
}

function Samples({ title, unit, tracks, formatTime }: Props) {
  const rows = useMemo(() => toRows(tracks), [tracks])
  const hasSeveral = tracks.length > 1
  const columns = useMemo((): readonly Column<SampleRow>[] => {
    const track: Column<SampleRow> = {
      key: 'track',
      heading: t('Dimension'),
      width: 'wide',
      cell: ({ name }) => <bdi>{name}</bdi>,
    }
    return [
      {
        key: 'time',
        heading: t('Time'),
        width: 'medium',
        isRowHeader: true,
        cell: ({ sample }) => formatTime(sample.atMs),
      },
      ...(hasSeveral ? [track] : []),
      {
        key: 'value',
        heading: t('Value'),
        width: 'wide',
        cell: ({ sample }) => <bdi>{formatSample(sample, unit)}</bdi>,
      },
    ]
  }, [unit, formatTime, hasSeveral])
  const name = t('Samples of {title}', { title })
  return <DataTable name={name} columns={columns} rows={rows} rowKey={rowKey} />
}

/** Every sample as a row, once somebody asks for it: the equal of the drawing for whoever can't see it. */
export function WaveTable(props: Props) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('Show the samples as a table')}</summary>
      {isOpen && <Samples {...props} />}
    </details>
  )
}
