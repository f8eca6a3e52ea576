import { useMemo } from 'react'
import { isPending, type RecordStatus } from '../../fhir/record-status.ts'
import { t, tn, key } from '../../language/t.ts'
import type { TrendName } from '../../observations/list-trends.ts'
import { formatSeriesSentence } from '../../observations/sentences.ts'
import type { Series } from '../../observations/series.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { TakeAway } from '../shared/take-away/take-away.tsx'
import { TestName } from '../shared/test-name.tsx'
import { WhatIsThis } from '../shared/what-is-this.tsx'
import { ComparePicker } from './compare-picker.tsx'
import { PinButton } from './pin-button.tsx'
import { RangeControls } from './range-controls.tsx'
import { countPoints, extentOf, formatSpan, spanOf, toDays } from './time-range.ts'
import { TrendFigures } from './trend-figures.tsx'
import { TrendGaps } from './trend-gaps.tsx'
import { isNarrowed, type TrendQuery } from './trend-query.ts'
import { TrendValues } from './trend-values.tsx'
import { useTakenTrend } from './take-trend.ts'
import './trend-view.css'

type Props = {
  /** The trend; undefined when no result of it is loaded (yet). */
  readonly series: Series | undefined
  /** The trend of the test that `query.with` names; undefined as above. */
  readonly other: Series | undefined
  /** What of the record was and wasn't loaded: a trend may be the poorer for it. */
  readonly status: RecordStatus
  readonly query: TrendQuery
  readonly onQuery: (query: TrendQuery) => void
  /** The tests of the record that have a trend; asked for only when one is to be chosen. */
  readonly listTrends: () => readonly TrendName[]
  readonly isPinned: boolean
  readonly onTogglePin: () => void
  /** The view that leads here, and back to. */
  readonly back: { readonly name: string; readonly href: string }
}

/** A chart of more points draws some of them, and says how many. */
const MOST_DRAWN = 250

const BACK = {
  overview: key('Back to overview'),
  results: key('Back to results'),
  flowsheet: key('Back to flowsheet'),
}

const isKnownView = (name: string): name is keyof typeof BACK => Object.hasOwn(BACK, name)

const backWords = (name: string) => (isKnownView(name) ? t(BACK[name]) : t('Back|to another view'))

function NothingToDraw({ series: { name, observations } }: { readonly series: Series }) {
  const { length } = observations
  return (
    <Message kind="note" title={t('There is nothing to draw of {name}', { name })}>
      {tn(
        length,
        '{n} result of this test is loaded, but none can be a point of a chart. The reasons are below.',
        '{n} results of this test are loaded, but none can be a point of a chart. The reasons are below.',
      )}
    </Message>
  )
}

/** The codes of its newest result, which named it. */
const codingsOf = ({ observations }: Series) => observations[0]?.codings ?? []

/** What the trends are of: one sentence each, and what can't be seen of it. */
function Sentences({ shown, isPart }: { readonly shown: readonly Series[]; isPart: boolean }) {
  const sentences = useMemo(
    () => shown.map((one) => formatSeriesSentence(one, { isPart })),
    [shown, isPart],
  )
  return shown.map((one, index) => (
    <div key={one.id}>
      <p>
        {shown.length > 1 && (
          <>
            <TestName name={one.name} codings={codingsOf(one)} />
            {': '}
          </>
        )}
        {sentences[index]}
      </p>
      {countPoints(one) === 1 && (
        <p className="quiet">{t("There is one value only, so it can't show a change.")}</p>
      )}
      {countPoints(one) === 0 && <NothingToDraw series={one} />}
    </div>
  ))
}

function Trend({
  shown,
  query,
  onQuery,
}: { readonly shown: readonly Series[] } & Pick<Props, 'query' | 'onQuery'>) {
  const extent = useMemo(() => extentOf(shown), [shown])
  const { range, from, to } = query
  const span = useMemo(
    () => extent && spanOf({ range, from, to }, extent),
    [extent, range, from, to],
  )
  const narrowed = isNarrowed(query)
  const showAll = () => onQuery({ with: query.with })
  const excludedName = (name: string) =>
    shown.length > 1 ? t('Not drawn of {name}', { name }) : t('Not drawn')
  const isEmpty =
    span === undefined ||
    !shown.some(({ lines }) =>
      lines.some(({ points }) => points.some(({ at }) => at >= span.from && at <= span.to)),
    )
  return (
    <>
      <Sentences
        shown={shown}
        isPart={narrowed || shown.some((one) => countPoints(one) > MOST_DRAWN)}
      />
      {extent && span && (extent.from < extent.to || narrowed) && (
        <RangeControls query={query} onQuery={onQuery} extent={extent} span={span} />
      )}
      {extent && span && isEmpty && (
        <Message kind="warning" title={t('No values from {span}', { span: formatSpan(span) })}>
          {t('All values are from {span}.', { span: formatSpan(extent) })}
        </Message>
      )}
      {span && !isEmpty && (
        <TrendFigures
          shown={shown}
          span={span}
          onSelect={(stretch) => onQuery({ ...query, ...toDays(stretch) })}
        />
      )}
      {shown.map((series) => (
        <TrendValues
          key={series.id}
          series={series}
          span={span ?? { from: 0, to: 0 }}
          isNarrowed={narrowed && span !== undefined}
          onShowAll={showAll}
          excludedName={excludedName(series.name)}
        />
      ))}
    </>
  )
}

/**
 * One test over time, or two above one another: a chart per unit, the same values as a table, and what is not drawn, with
 * the reason. What is shown of it is `query`. The chart's code is loaded only here.
 */
export function TrendView({
  series,
  other,
  status,
  query,
  onQuery,
  listTrends,
  isPinned,
  onTogglePin,
  back,
}: Props) {
  const shown = useMemo(() => [series, other].filter((one) => one !== undefined), [series, other])
  const isLoading = status.categories.some(isPending)
  const taken = useTakenTrend(shown, query)
  return (
    <div className="view">
      <p>
        <a href={back.href}>{backWords(back.name)}</a>
      </p>
      <PageHeading page="trend">
        {series === undefined ? (
          t('Trend')
        ) : (
          <TestName name={series.name} codings={codingsOf(series)} />
        )}
      </PageHeading>
      {series !== undefined ? (
        <>
          <WhatIsThis codings={codingsOf(series)} />
          <div className="trend-actions">
            <PinButton isPinned={isPinned} onToggle={onTogglePin} />
            <ComparePicker
              seriesId={series.id}
              other={query.with}
              listTrends={listTrends}
              onCompare={(id) => onQuery({ ...query, with: id })}
            />
            <TakeAway taken={taken} />
          </div>
          <TrendGaps status={status} />
          {query.with !== undefined && other === undefined && (
            <Message kind="warning" title={t('No results of the test to compare with are loaded')}>
              {isLoading
                ? t('They may still be on their way.')
                : t(
                    'They may be in a category that could not be loaded; the record status says which.',
                  )}
            </Message>
          )}
          <Trend shown={shown} query={query} onQuery={onQuery} />
        </>
      ) : isLoading ? (
        <Loading>{t('Loading results…')}</Loading>
      ) : (
        <Message kind="warning" title={t('No results of this test are loaded')}>
          {t('They may be in a category that could not be loaded; the record status says which.')}
        </Message>
      )}
    </div>
  )
}
