import { Suspense, useMemo, type Ref } from 'react'
import { t } from '../../language/t.ts'
import { isResult, type ResultLine } from '../../observations/group-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'
import { partFrom } from '../../ui/part-from.tsx'
import type { DetailNeeds } from './detail-body.tsx'
import { TestName } from '../shared/test-name.tsx'
import { WhatIsThis } from '../shared/what-is-this.tsx'

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

const importContent = () => import('./detail-content.tsx')

const [Sentence, preloadSentence] = partFrom(
  async () => (await importContent()).Sentence,
  DetailUnavailable,
)
const [DetailContent, preloadContent] = partFrom(
  async () => (await importContent()).DetailContent,
  () => null, // the sentence above says so
)

/** Fetches the code of what is said of one result, before a row is opened. */
export async function preloadDetail(): Promise<void> {
  await Promise.all([preloadSentence(), preloadContent()])
}

function DetailUnavailable() {
  return (
    <Message
      kind="problem"
      title={t('The part of the app that shows a result could not be loaded')}
    >
      {t('Reload the page to try again.')}
    </Message>
  )
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
          <Suspense fallback={<Loading>{t('Loading this result…')}</Loading>}>
            <Sentence observation={observation} />
          </Suspense>
        )}
      </div>
      {observation !== undefined && (
        <Suspense>
          <DetailContent key={row} observation={observation} {...needs} />
        </Suspense>
      )}
    </section>
  )
}
