import { memo } from 'react'
import { formatFhirDate, type FhirDate } from '../../fhir/fhir-date.ts'
import { isMark } from '../../observations/details.ts'
import { dateWarning } from '../../observations/effective.ts'
import type { Effective, Observation } from '../../observations/observation.ts'
import type { ReadHistory } from '../../observations/observation-history.ts'
import { withoutParts } from '../../observations/panel.ts'
import type { ReadRaw } from '../../observations/raw-observation.ts'
import { hasTrend } from '../../observations/trend-parts.ts'
import { formatCategories, formatEffective, formatStatus } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { CodeList, DetailSection, Facts, Words, type Fact } from './detail-facts.tsx'
import { DetailHistory } from './detail-history.tsx'
import { DetailValue } from './detail-value.tsx'
import { LoadedMembers } from './open-panels.tsx'
import { RawResource } from './raw-resource.tsx'
import { SampledWaveform } from './sampled-waveform.tsx'

/** What the detail of a result needs beside it; each member should stay the same between renders. */
export type DetailNeeds = {
  readonly titles: ReadonlyMap<string, string>
  readonly seriesHref: (seriesId: string) => string
  readonly onOpenTrend: ((observationId: string) => void) | undefined
  readonly now: number
  readonly bornAt: number | undefined
  readonly readRaw: ReadRaw | undefined
  readonly readHistory: ReadHistory | undefined
}

/** What a status other than final means for whoever reads the value (FHIR R4 ObservationStatus, D3). */
const STATUS_MEANING: Readonly<Partial<Record<Observation['status'], string>>> = {
  registered: 'It is registered, and there is no result yet.',
  preliminary: 'It is not final, and may still change.',
  amended: 'It was changed after it had been final.',
  corrected: 'It was changed after it had been final, to correct an error.',
  cancelled: 'It was not done, or not finished.',
  unknown: 'A status was not given, or is none that this app knows.',
}

const zoneOf = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The dates behind a date on the screen, as they were sent. */
function datesOf(effective: Effective): readonly (FhirDate | undefined)[] {
  if (effective.kind === 'at') return [effective.date]
  return effective.kind === 'period' ? [effective.start, effective.end] : []
}

function whenFacts(
  { effective, issued }: Observation,
  { now, bornAt }: Pick<DetailNeeds, 'now' | 'bornAt'>,
): Fact[] {
  const dates = [...datesOf(effective), issued].filter((date) => date !== undefined)
  const sent = datesOf(effective).map((date) => date?.text ?? 'not given')
  const warning = dateWarning(effective, now, bornAt)
  const hasZone = dates.some(({ kind }) => kind === 'instant')
  return [
    { label: 'When', says: <Words>{formatEffective(effective)}</Words> },
    ...(warning === undefined
      ? []
      : [{ label: 'Check', says: <span className="result-caution">{warning}</span> }]),
    ...(sent.length === 0 ? [] : [{ label: 'As sent', says: <Words>{sent.join(' to ')}</Words> }]),
    {
      label: 'Reported',
      says: issued === undefined ? 'Not given' : <Words>{formatFhirDate(issued)}</Words>,
    },
    ...(hasZone ? [{ label: 'Time zone', says: `That of this device: ${zoneOf()}` }] : []),
  ]
}

function StatusFact({ status }: Pick<Observation, 'status'>) {
  const meaning = STATUS_MEANING[status]
  return (
    <>
      <span className={status === 'final' ? undefined : 'result-status'}>
        {formatStatus(status)}
      </span>
      {meaning !== undefined && <p className="quiet">{meaning}</p>}
    </>
  )
}

/**
 * Everything that is known of one result (D2, D8), what matters most first; what a row doesn't keep is read only when it
 * is asked for. Draws again only when its result changes.
 */
export const DetailBody = memo(function DetailBody({
  observation,
  ...needs
}: DetailNeeds & { readonly observation: Observation }) {
  const { titles, seriesHref, onOpenTrend, readRaw, readHistory } = needs
  const { id, status, focus, details = [], notes, codings, members, seriesId } = observation
  const marks = details.filter(isMark)
  const others = details.filter((one) => !isMark(one))
  const categories = formatCategories(observation, titles)
  return (
    <>
      <DetailSection title="Result">
        {focus !== undefined && (
          <p className="result-caution">
            About: <bdi>{focus}</bdi>
          </p>
        )}
        {marks.map(({ text }) => (
          <p key={text} className="result-caution">
            Marked: <bdi>{text}</bdi>
          </p>
        ))}
        <DetailValue observation={observation} />
        <Facts facts={[{ label: 'Status', says: <StatusFact status={status} /> }]} />
        {hasTrend(observation) && (
          <p>
            <a href={seriesHref(seriesId)} onClick={() => onOpenTrend?.(id)}>
              Trend of this test
            </a>
          </p>
        )}
      </DetailSection>
      {notes.length > 0 && (
        <DetailSection title={notes.length === 1 ? 'Note' : 'Notes'}>
          {notes.map((note, index) => (
            <div key={index}>
              <LongText text={note} />
            </div>
          ))}
        </DetailSection>
      )}
      {members.length > 0 && (
        <DetailSection title="Members">
          <LoadedMembers observation={withoutParts(observation)} />
        </DetailSection>
      )}
      <SampledWaveform observation={observation} />
      <DetailSection title="When">
        <Facts facts={whenFacts(observation, needs)} />
      </DetailSection>
      <DetailSection title="How, by whom and for what">
        {others.length === 0 && <p className="quiet">Nothing of this was given in words.</p>}
        <Facts facts={others.map(({ label, text }) => ({ label, says: <Words>{text}</Words> }))} />
      </DetailSection>
      <DetailSection title="Codes">
        <Facts
          facts={[
            { label: 'Test', says: <CodeList codings={codings} /> },
            {
              label: 'Category',
              says: categories === '' ? 'None given' : <bdi>{categories}</bdi>,
            },
          ]}
        />
      </DetailSection>
      {readHistory !== undefined && (
        <DetailSection title="Earlier versions">
          <DetailHistory observation={observation} readHistory={readHistory} />
        </DetailSection>
      )}
      {readRaw !== undefined && (
        <DetailSection title="As the hospital’s server has it">
          <RawResource observation={observation} readRaw={readRaw} />
        </DetailSection>
      )}
    </>
  )
})
