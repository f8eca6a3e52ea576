import { useDeferredValue, useMemo } from 'react'
import type { RecordStatus } from '../../fhir/record-status.ts'
import { t } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import type { RangePerson } from '../../observations/person.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import type { Taken } from '../shared/take-away/desk.ts'
import { TakeAway } from '../shared/take-away/take-away.tsx'
import { endOfMinute } from '../shared/end-of-minute.ts'
import { OfPerson } from '../shared/own-comparison.tsx'
import { ResultsFrame } from '../shared/results-frame.tsx'
import { ChangesPart, RecentPart } from './new-parts.tsx'
import { LaboratoryPart, OutOfRangePart, PinnedPart, VitalsPart } from './overview-parts.tsx'
import { TrendLinksContext, type TrendLinks } from './trend-link.tsx'
import './overview-view.css'

type Props = TrendLinks & {
  readonly observations: readonly Observation[]
  readonly status: RecordStatus
  readonly resultsHref: (query: Readonly<Record<string, string>>) => string
  readonly now: number
  readonly bornAt?: number | undefined
  readonly person?: RangePerson | undefined
  readonly changes?: RecordChanges | undefined
  readonly pinned?: readonly string[] | undefined
}

function Parts(props: Props) {
  const { status, resultsHref, now, bornAt, person, changes, pinned } = props
  // The parts follow the pages that arrive when there is time; the first of them at once.
  const later = useDeferredValue(props.observations)
  const observations = later.length === 0 ? props.observations : later
  const part = { observations, status, now: endOfMinute(now), bornAt, resultsHref }
  const taken = useMemo(
    (): Taken => ({
      from: 'overview',
      observations: () => observations,
      words: [t('All that was loaded, not only what the overview shows')],
      print: 'view',
    }),
    [observations],
  )
  return (
    <>
      <TakeAway taken={taken} />
      {pinned !== undefined && pinned.length > 0 && <PinnedPart {...part} pinned={pinned} />}
      <OutOfRangePart {...part} person={person} />
      <VitalsPart {...part} />
      <LaboratoryPart {...part} />
      {changes !== undefined && <ChangesPart {...part} changes={changes} />}
      <RecentPart {...part} />
    </>
  )
}

/**
 * The first screen of a record: what is out of range now, the latest vital signs, the newest day of the laboratory, and
 * what is new; when results of another patient arrived, nothing (PAT-02).
 *
 * - `observations` come newest first; `now` and `bornAt`, the start of the birth date, are epoch milliseconds (D6).
 * - `person` is who ranges are chosen for; it should stay the same object.
 * - `seriesHref` gives the address of a trend, `resultsHref` that of the results narrowed by the members of a query.
 * - `pinned` are ids of series, shown first; `changes` is what loading again has brought.
 * - `onOpenTrend` gets the key of the link that was followed; given back as `returnTo`, that link is focused.
 */
export function OverviewView(props: Props) {
  const { observations, status, person, seriesHref, onOpenTrend, returnTo } = props
  const links = useMemo(
    () => ({ seriesHref, onOpenTrend, returnTo }),
    [seriesHref, onOpenTrend, returnTo],
  )
  return (
    <ResultsFrame
      page="overview"
      title={t('Overview')}
      className="view overview"
      status={status}
      isEmpty={observations.length === 0}
    >
      <TrendLinksContext value={links}>
        <OfPerson value={person}>
          <Parts {...props} />
        </OfPerson>
      </TrendLinksContext>
    </ResultsFrame>
  )
}
