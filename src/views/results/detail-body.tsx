import { memo } from 'react'
import { formatFhirDate, type FhirDate } from '../../fhir/fhir-date.ts'
import type { Key } from '../../language/catalogue.ts'
import { key, t } from '../../language/t.ts'
import { isMark } from '../../observations/details.ts'
import { dateWarning } from '../../observations/effective.ts'
import type { Effective, Observation } from '../../observations/observation.ts'
import type { ReadHistory } from '../../observations/observation-history.ts'
import { withoutParts } from '../../observations/panel.ts'
import type { ReadRaw } from '../../observations/raw-observation.ts'
import { hasTrend } from '../../observations/trend-parts.ts'
import { formatCategories, formatEffective, formatStatus } from '../../observations/words.ts'
import { LongText } from '../../ui/long-text.tsx'
import { Theirs } from '../../ui/theirs.tsx'
import { tx } from '../../ui/tx.tsx'
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
const STATUS_MEANING: Readonly<Partial<Record<Observation['status'], Key>>> = {
  registered: key('It is registered, and there is no result yet.'),
  preliminary: key('It is not final, and may still change.'),
  amended: key('It was changed after it had been final.'),
  corrected: key('It was changed after it had been final, to correct an error.'),
  cancelled: key('It was not done, or not finished.'),
  unknown: key('A status was not given, or is none that this app knows.'),
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
  const sent = datesOf(effective).map((date) => date?.text ?? t('not given'))
  const [first, last] = sent
  const asSent =
    last === undefined ? (first ?? '') : t('{start} to {end}', { start: first ?? '', end: last })
  const warning = dateWarning(effective, now, bornAt)
  const hasZone = dates.some(({ kind }) => kind === 'instant')
  return [
    { label: t('When'), says: <Words>{formatEffective(effective)}</Words> },
    ...(warning === undefined
      ? []
      : [
          {
            label: t('Check|a date that may be wrong'),
            says: <span className="result-caution">{warning}</span>,
          },
        ]),
    ...(first === undefined ? [] : [{ label: t('As sent'), says: <Words>{asSent}</Words> }]),
    {
      label: t('Reported'),
      says: issued === undefined ? t('Not given') : <Words>{formatFhirDate(issued)}</Words>,
    },
    ...(hasZone
      ? [
          {
            label: t('Time zone'),
            says: t('That of this device: {zone}', { zone: zoneOf() }),
          },
        ]
      : []),
  ]
}

function StatusFact({ status }: Pick<Observation, 'status'>) {
  const meaning = STATUS_MEANING[status]
  return (
    <>
      <span className={status === 'final' ? undefined : 'result-status'}>
        {formatStatus(status)}
      </span>
      {meaning !== undefined && <p className="quiet">{t(meaning)}</p>}
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
  const {
    id,
    status,
    focus,
    details = [],
    notes,
    codings,
    members,
    seriesId,
    language,
  } = observation
  const marks = details.filter(isMark)
  const others = details.filter((detail) => !isMark(detail))
  const categories = formatCategories(observation, titles)
  return (
    <>
      <DetailSection title={t('Result')}>
        {focus !== undefined && (
          <p className="result-caution">
            {tx('About: {focus}', { focus: <Theirs lang={language}>{focus}</Theirs> })}
          </p>
        )}
        {marks.map(({ text }) => (
          <p key={text} className="result-caution">
            {tx('Marked: {mark}', { mark: <Theirs lang={language}>{text}</Theirs> })}
          </p>
        ))}
        <DetailValue observation={observation} />
        <Facts facts={[{ label: t('Status'), says: <StatusFact status={status} /> }]} />
        {hasTrend(observation) && (
          <p>
            <a href={seriesHref(seriesId)} onClick={() => onOpenTrend?.(id)}>
              {t('Trend of this test')}
            </a>
          </p>
        )}
      </DetailSection>
      {notes.length > 0 && (
        <DetailSection title={notes.length === 1 ? t('Note') : t('Notes')}>
          {notes.map((note, index) => (
            <div key={index}>
              <LongText text={note} lang={language ?? ''} />
            </div>
          ))}
        </DetailSection>
      )}
      {members.length > 0 && (
        <DetailSection title={t('Members|of a panel')}>
          <LoadedMembers observation={withoutParts(observation)} />
        </DetailSection>
      )}
      <SampledWaveform observation={observation} />
      <DetailSection title={t('When')}>
        <Facts facts={whenFacts(observation, needs)} />
      </DetailSection>
      <DetailSection title={t('How, by whom and for what')}>
        {others.length === 0 && <p className="quiet">{t('Nothing of this was given in words.')}</p>}
        <Facts
          facts={others.map(({ label, text }) => ({
            label,
            says: <Words lang={language ?? ''}>{text}</Words>,
          }))}
        />
      </DetailSection>
      <DetailSection title={t('Codes')}>
        <Facts
          facts={[
            { label: t('Test'), says: <CodeList codings={codings} lang={language} /> },
            {
              label: t('Category'),
              says: categories === '' ? t('None given') : <bdi>{categories}</bdi>,
            },
          ]}
        />
      </DetailSection>
      {readHistory !== undefined && (
        <DetailSection title={t('Earlier versions')}>
          <DetailHistory observation={observation} readHistory={readHistory} />
        </DetailSection>
      )}
      {readRaw !== undefined && (
        <DetailSection title={t('As the hospital’s server has it')}>
          <RawResource observation={observation} readRaw={readRaw} />
        </DetailSection>
      )}
    </>
  )
})
