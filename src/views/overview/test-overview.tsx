import { render, screen, within } from '@testing-library/react'
import type { ComponentProps } from 'react'
import { readFhirDate } from '../../fhir/fhir-date.ts'
import type { RecordStatus } from '../../fhir/record-status.ts'
import type { Effective, Flag, Observation } from '../../observations/observation.ts'
import { compareNewestFirst } from '../../observations/order.ts'
import { aCategory, aQuantityValue, aRecordStatus, anObservation } from '../test-observations.ts'
import { OverviewView } from './overview-view.tsx'

const now = new Date(2024, 5, 1).getTime()
/** A record whose vital signs and laboratory are loaded. */
export const both = aRecordStatus([
  aCategory('vital-signs', { kind: 'loaded', count: 1 }),
  aCategory('laboratory', { kind: 'loaded', count: 1 }),
])
/** A flag of the laboratory. */
export const high: Flag = { level: 'abnormal', direction: 'high', text: 'High' }
/** A flag that comes before it. */
export const critical: Flag = { level: 'critical', direction: 'low', text: 'Critically low' }

/** That something holds on a day. */
export function on(text: string): Effective {
  const date = readFhirDate(text)
  if (date === undefined) throw new Error(`no date ${text}`)
  return { kind: 'at', date }
}

/** A weight of a day. */
export const weight = (id: string, day: string, value: string, part: Partial<Observation> = {}) =>
  anObservation({
    id,
    name: 'Weight',
    seriesId: 'loinc-29463-7',
    codings: [{ system: 'http://loinc.org', code: '29463-7', display: undefined }],
    categories: ['vital-signs'],
    effective: on(day),
    value: aQuantityValue(value, 'kg'),
    ...part,
  })

/** Shows the overview as the app does. */
export function show(
  observations: readonly Observation[],
  status: RecordStatus = both,
  more: Partial<ComponentProps<typeof OverviewView>> = {},
) {
  return render(
    <OverviewView
      observations={observations.toSorted(compareNewestFirst)}
      status={status}
      seriesHref={(id) => `#/trend/${id}`}
      resultsHref={(query) => `#/results?${new URLSearchParams(query).toString()}`}
      now={now}
      {...more}
    />,
  )
}

/** A part of the overview, by its heading. */
export const part = (name: string | RegExp) => within(screen.getByRole('region', { name }))
/** The words of what is listed in a part, one by one. */
export const rowsOf = (name: string | RegExp) =>
  part(name)
    .getAllByRole('listitem')
    .map((one) => one.textContent)
