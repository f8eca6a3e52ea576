import {
  isIncomplete,
  isPending,
  isWithheld,
  keyOf,
  mayBeIncomplete,
  type CategoryState,
  type CategoryStatus,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import { t } from '../../language/t.ts'
import type { DateSpan } from '../../observations/date-span.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import { failureAdvice } from '../../fhir/failure-words.ts'
import { formatMoment } from '../../ui/format-moment.ts'
import { Message } from '../../ui/message.tsx'
import { formatTitles } from '../shared/category-titles.ts'
import { CategoryIssues } from './category-issues.tsx'
import { formatCategoryState } from './category-words.ts'
import {
  formatChanges,
  formatLeftOut,
  formatLoadingDone,
  formatRecordSummary,
  formatRelease,
  formatSpan,
  groupNotices,
} from './record-words.ts'
import './record-status-panel.css'

/** Leads the eye from a category to the notice about it. */
function Caution() {
  return (
    <span aria-hidden="true" className="record-status-caution">
      {' \u26A0\uFE0E '}
    </span>
  )
}

/** What the server said beside the data, always in sight (OBS-08): one line for all categories that it said it of. */
function Notices({ status }: { readonly status: RecordStatus }) {
  const notices = groupNotices(status)
  if (notices.length === 0) return null
  return (
    <ul className="plain-list" aria-label={t('Notices')}>
      {notices.map(({ words, titles }) => (
        <li key={words} className="is-incomplete">
          <Caution />
          <bdi lang="">{words}</bdi>: {titles}
        </li>
      ))}
    </ul>
  )
}

function CategoryLine({
  status,
  onRetry,
}: {
  readonly status: CategoryStatus
  readonly onRetry: (categoryCode: string) => void
}) {
  const { category, state } = status
  const words = formatCategoryState(state)
  const hasNotice = mayBeIncomplete(status)
  return (
    <li className={isIncomplete(status) || hasNotice ? 'is-incomplete' : undefined}>
      <p>
        <strong>{category.title}</strong>:{' '}
        {isWithheld(status) ? t('{state}, some withheld', { state: words }) : words}
        {hasNotice && (
          <>
            <Caution />
            {!isWithheld(status) && (
              <span className="visually-hidden">, {t('may be incomplete')}</span>
            )}
          </>
        )}
      </p>
      {(state.kind === 'failed' || state.kind === 'stopped') && (
        <p>
          {state.kind === 'failed' && <>{failureAdvice(state.failure)} </>}
          <button
            type="button"
            className="button-small"
            aria-label={`${retryWords(state)}: ${category.title}`}
            onClick={() => onRetry(category.code)}
          >
            {retryWords(state)}
          </button>
        </p>
      )}
    </li>
  )
}

/**
 * The categories that were answered with nothing and no more to say of it, to be named in one line if they are several.
 * Not before all are answered: each that leaves its place would move those after it.
 */
function apartEmpty({ categories }: RecordStatus) {
  const isEmpty = (one: CategoryStatus) => one.state.kind === 'empty' && !mayBeIncomplete(one)
  const empty = categories.filter(isEmpty)
  return empty.length < 2 || categories.some(isPending)
    ? { told: categories, empty: [] }
    : { told: categories.filter((one) => !isEmpty(one)), empty }
}

/** Beyond its limit the app reads on when it is told to; a search that went wrong is made again. */
const retryWords = (state: CategoryState) =>
  state.kind === 'stopped' && state.why === 'page-limit' ? t('Load more') : t('Try again')

/** How far loading is, by categories: how many results a server still has, nobody knows before they are read. */
function LoadProgress({ status: { categories } }: { readonly status: RecordStatus }) {
  const pending = categories.filter(isPending).length
  if (pending === 0) return null
  return (
    <progress
      className="record-status-progress"
      aria-label={t('Categories answered')}
      max={categories.length}
      value={categories.length - pending}
    />
  )
}

/**
 * What of the record was and wasn't loaded (PAT-07, OBS-02): each category in a few words, and the server's
 * notices, always in sight; what the server said of a failure on demand. It never claims all results (OBS-04). `onRetry` gets the code of the one category to
 * load again; `loadedCount` is the number of distinct results, without which the line counts categories, and `span` their
 * oldest and newest date. `onReload` loads everything again, and `changes` says what that has brought. The end of
 * loading is announced once, not each page.
 */
export function RecordStatusPanel({
  status,
  loadedCount,
  span,
  changes,
  onRetry,
  onReload,
  isLocal = false,
}: {
  readonly status: RecordStatus
  readonly loadedCount?: number
  readonly span?: DateSpan | undefined
  readonly changes?: RecordChanges | undefined
  readonly onRetry: (categoryCode: string) => void
  readonly onReload?: (() => void) | undefined
  /** Whether the record comes from a file or the app itself, not from a server. */
  readonly isLocal?: boolean
}) {
  if (status.foreignSubject) {
    return (
      <section aria-label={t('Record status')}>
        <Message kind="problem" title={t('Stopped: results of another patient were received')}>
          {t(
            "The hospital's server sent results that belong to another patient. Nothing of the record is shown. Please report it to the hospital.",
          )}
        </Message>
      </section>
    )
  }
  const isLoading = status.categories.some(isPending)
  const { told, empty } = apartEmpty(status)
  const leftOut = formatLeftOut(status, isLocal)
  const release = formatRelease(status)
  return (
    <section aria-label={t('Record status')} className="record-status">
      <p role="status" className="visually-hidden">
        {formatLoadingDone(status, loadedCount)}
      </p>
      <LoadProgress status={status} />
      <div className="record-status-head">
        <p className="record-status-summary">
          {formatRecordSummary(status, loadedCount)}
          {span !== undefined && ` · ${formatSpan(span)}`}
        </p>
        {onReload !== undefined && status.asOf !== undefined && (
          <button
            type="button"
            className="button-small"
            aria-disabled={isLoading} // disabled, it would lose the focus
            onClick={isLoading ? undefined : onReload}
          >
            {t('Refresh my data')}
          </button>
        )}
      </div>
      {changes !== undefined && <p role="status">{formatChanges(changes)}</p>}
      {release !== undefined && (
        <p className="is-incomplete">
          <strong>{release}</strong>
        </p>
      )}
      <ul className="plain-list record-status-categories" aria-label={t('Categories')}>
        {told.map((line) => (
          <CategoryLine key={keyOf(line.category)} status={line} onRetry={onRetry} />
        ))}
        {empty.length > 0 && (
          <li className="record-status-empty">
            <p>
              <strong>{t('None found')}</strong>: {formatTitles(empty)}
            </p>
          </li>
        )}
      </ul>
      <Notices status={status} />
      {leftOut.length > 0 && (
        <ul className="plain-list" aria-label={t('Left out')}>
          {leftOut.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {status.categories.length > 0 && (
        <>
          {!isLocal && (
            <p className="quiet">
              {t('Only results in these categories are asked for; the record may hold more.')}
            </p>
          )}
          <details>
            <summary>
              {isLocal ? t('What this covers') : t('What this covers, and what the server said')}
            </summary>
            <div className="record-status-notes">
              <ul className="plain-list" aria-label={t('Notes')}>
                {status.categories.map((line) => (
                  <CategoryIssues key={keyOf(line.category)} status={line} />
                ))}
              </ul>
              <p className="prose quiet">
                {isLocal
                  ? t(
                      'These are the results that were opened, not everything that a hospital may know: reports, images and some tests are often kept elsewhere. A result may be in several categories.',
                    )
                  : t(
                      "These are the results in these categories that the hospital's server gave this app, not everything in the record: reports, images and some tests are often kept elsewhere. A result may be in several categories.",
                    )}{' '}
                {status.asOf !== undefined &&
                  t('Data as of {time}.', { time: formatMoment(status.asOf) })}
              </p>
            </div>
          </details>
        </>
      )}
    </section>
  )
}
