import { useContext, useMemo, type Ref } from 'react'
import { t } from '../../language/t.ts'
import { isResult, type ResultLine } from '../../observations/group-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { personOf } from '../../observations/person.ts'
import { compareWithRange } from '../../observations/range-comparison.ts'
import { formatResultSentence } from '../../observations/sentences.ts'
import { Loading } from '../../ui/loading.tsx'
import { DetailBody, type DetailNeeds } from './detail-body.tsx'
import { TakeAway } from '../shared/take-away/take-away.tsx'
import { useTakenResult } from './take-results.ts'
import { TestName } from '../shared/test-name.tsx'
import { WhatIsThis } from '../shared/what-is-this.tsx'
import { OfPerson } from '../shared/own-comparison.tsx'
import { Loaded } from './panel-value.tsx'

type Props = DetailNeeds & {
  readonly row: string
  readonly observations: readonly Observation[]
  /** What the table shows, in its order. */
  readonly lines: readonly ResultLine[]
  readonly isLoading: boolean
  readonly onRow: (row: string) => void
  readonly onClose: () => void
  readonly headingRef: Ref<HTMLHeadingElement>
}

const headingId = 'result-detail'

/** The result in one sentence, with what can be known of it beside the rest. */
function useSentence(observation: Observation): string {
  const { sex, birthDate } = useContext(OfPerson) ?? {}
  const loadedIds = useContext(Loaded)?.received
  return useMemo(() => {
    const person = personOf(sex, birthDate, observation.effective)
    const comparison = compareWithRange(observation, observation, person)
    return formatResultSentence(observation, { loadedIds, comparison })
  }, [observation, loadedIds, sex, birthDate])
}

/** Said when another result is shown, as the focus stays where it is. */
function Sentence({ observation }: { readonly observation: Observation }) {
  return <bdi className="as-written">{useSentence(observation)}</bdi>
}

function TakeThis({ observation }: { readonly observation: Observation }) {
  return <TakeAway taken={useTakenResult(observation)} sentence={useSentence(observation)} />
}

function NotThere({ isLoading }: { readonly isLoading: boolean }) {
  return isLoading ? (
    <Loading>{t('Loading this result…')}</Loading>
  ) : (
    <p>{t('This result is not among those loaded.')}</p>
  )
}

/** The results about the open one, in the order of the table; a place of 0 where a filter leaves it out. */
function useNeighbours(lines: readonly ResultLine[], row: string) {
  const ids = useMemo(() => lines.flatMap((line) => (isResult(line) ? [line.id] : [])), [lines])
  const index = useMemo(() => ids.indexOf(row), [ids, row])
  const isShown = index >= 0
  return {
    place: index + 1,
    count: ids.length,
    previous: isShown ? ids[index - 1] : undefined,
    next: isShown ? ids[index + 1] : undefined,
  }
}

function Step({
  label,
  to,
  onRow,
}: {
  readonly label: string
  readonly to: string | undefined
  readonly onRow: (row: string) => void
}) {
  return (
    <button
      type="button"
      className="button-small"
      // Not disabled: at the end of the table the focus would be lost.
      aria-disabled={to === undefined}
      onClick={() => {
        if (to !== undefined) onRow(to)
      }}
    >
      {label}
    </button>
  )
}

/**
 * One result in full, beside the table: a region that takes nothing away from the rest of the page. `row` is the id of its
 * Observation, which may not be loaded yet, or at all; neighbours are those of the lines shown.
 */
export function ResultDetail(props: Props) {
  const { row, observations, lines, isLoading, onRow, onClose, headingRef, ...needs } = props
  const observation = useMemo(() => observations.find(({ id }) => id === row), [observations, row])
  const { place, count, previous, next } = useNeighbours(lines, row)
  return (
    <section className="detail-pane" aria-labelledby={headingId}>
      <div className="detail-bar">
        <Step label={t('Previous|result')} to={previous} onRow={onRow} />
        <Step label={t('Next|result')} to={next} onRow={onRow} />
        <span className="quiet">
          {place === 0 ? t('Not among those shown') : t('{place} of {count}', { place, count })}
        </span>
        <button type="button" className="button-small detail-close" onClick={onClose}>
          {t('Close')}
        </button>
      </div>
      <h2 ref={headingRef} id={headingId} tabIndex={-1}>
        <span className="visually-hidden">{t('Details of|then, apart, the name of a result')}</span>{' '}
        {observation === undefined ? t('a result|after Details of') : <TestName {...observation} />}
      </h2>
      {observation !== undefined && <WhatIsThis codings={observation.codings} />}
      <div role="status">
        {observation === undefined ? (
          <NotThere isLoading={isLoading} />
        ) : (
          <Sentence observation={observation} />
        )}
      </div>
      {observation !== undefined && <TakeThis key={`take ${row}`} observation={observation} />}
      {observation !== undefined && <DetailBody key={row} observation={observation} {...needs} />}
    </section>
  )
}
