import { lazy, Suspense } from 'react'
import { t } from '../../language/t.ts'
import { componentLabel } from '../../observations/blood-pressure.ts'
import type { Observation, SampledData } from '../../observations/observation.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'

function DrawingUnavailable({ title }: { readonly title: string }) {
  return (
    <Message kind="warning" title={t('The waveform could not be drawn')}>
      {tx(
        'Its samples are loaded, but the part of the app that draws {title} is not. Reload the page to try again.',
        { title: <Theirs>{title}</Theirs> },
      )}
    </Message>
  )
}

type Drawn = typeof import('./drawn-samples.tsx').DrawnSamples

const DrawnSamples = lazy(() =>
  import('./drawn-samples.tsx').then(
    (module) => ({ default: module.DrawnSamples }),
    () => ({ default: DrawingUnavailable as Drawn }),
  ),
)

/** The samples of an Observation and of its components, such as the leads of an electrocardiogram, that have any. */
function sampledOf(observation: Observation) {
  const { name, value, components } = observation
  const all = [
    { title: name, value },
    ...components.map((component) => ({
      title: componentLabel(component),
      value: component.value,
    })),
  ]
  return all.flatMap(({ title, value: one }): { title: string; data: SampledData }[] =>
    one.kind === 'sampled' && one.data.sampleCount > 0 ? [{ title, data: one.data }] : [],
  )
}

/**
 * Every SampledData of an Observation drawn with its scale, each as a figure of its own: nothing says that two
 * components were measured at the same time (FHIR R4 Observation.value[x], D4). Nothing when there is none. Decoding and
 * drawing are loaded only here.
 */
export function SampledWaveform({ observation }: { readonly observation: Observation }) {
  const sampled = sampledOf(observation)
  if (sampled.length === 0) return null
  return (
    <Suspense fallback={<Loading>{t('Loading the waveform…')}</Loading>}>
      {sampled.map(({ title, data }, index) => (
        <DrawnSamples key={index} title={title} data={data} />
      ))}
    </Suspense>
  )
}
