import { useMemo } from 'react'
import { t, tn } from '../../language/t.ts'
import { decodeSamples } from '../../observations/decode-samples.ts'
import type { SampledData } from '../../observations/observation.ts'
import { formatDuration } from '../../observations/sampled-words.ts'
import { formatUnit } from '../../observations/words.ts'
import { formatTick } from '../../ui/format-tick.ts'
import { figuresOf, type WaveFigures } from '../../ui/wave-samples.ts'
import { Waveform } from '../../ui/waveform.tsx'

/** How often: so many a second where that is a whole number, else one every so long. */
function formatRate(periodMs: number): string {
  const perSecond = 1000 / periodMs
  return Number.isInteger(perSecond)
    ? tn(perSecond, '{n} sample a second', '{n} samples a second')
    : t('one sample every {duration}', { duration: formatDuration(periodMs) })
}

/** Up to a minute in ms or s with all digits, as neighbours differ by little; above it in hours, minutes and seconds. */
const formatTime = (ms: number) =>
  ms < 1000
    ? t('{number} ms|milliseconds', { number: formatTick(ms) })
    : ms < 60_000
      ? t('{number} s|seconds', { number: formatTick(Number((ms / 1000).toPrecision(12))) })
      : formatDuration(ms)

function formatReach(
  { lowest, highest }: NonNullable<WaveFigures['values']>,
  unit: string | undefined,
): string {
  const end =
    unit === undefined
      ? t('{value} (no unit given)', { value: formatTick(highest) })
      : `${formatTick(highest)} ${unit}`
  return lowest === highest
    ? t('at {value}', { value: end })
    : t('from {low} to {high}', { low: formatTick(lowest), high: end })
}

/** The waveform of one SampledData (FHIR R4), decoded when it is drawn. */
export function DrawnSamples({
  title,
  data,
}: {
  readonly title: string
  readonly data: SampledData
}) {
  const { origin, periodMs, dimensions, lowerLimit, upperLimit } = data
  const decoded = useMemo(() => decodeSamples(data), [data])
  const { values } = useMemo(() => figuresOf(decoded), [decoded])
  const tracks = useMemo(
    () =>
      decoded.map(({ samples }, index) => ({
        name: t('Dimension {number} of {count}', { number: index + 1, count: dimensions }),
        samples,
      })),
    [decoded, dimensions],
  )
  const unit = origin.unit === undefined ? undefined : formatUnit(origin.unit)
  const points = decoded[0]?.samples.length ?? 0
  const summary = [
    ...(points === 1 ? [] : [formatDuration((points - 1) * periodMs), formatRate(periodMs)]),
    values === undefined ? t('no sample has a value') : formatReach(values, unit),
    ...(decoded[0]?.isCutShort === true
      ? [t('the data is incomplete: some point in time lacks samples')]
      : []),
  ].join(', ')
  return (
    <Waveform
      title={title}
      summary={summary}
      unit={unit}
      unitCode={origin.ucum ?? origin.unit}
      periodMs={periodMs}
      tracks={tracks}
      limits={{ lower: lowerLimit, upper: upperLimit }}
      formatTime={formatTime}
    />
  )
}
