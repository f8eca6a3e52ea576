import { t } from '../../language/t.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { tx } from '../../ui/tx.tsx'
import type { Problem } from './problem.ts'
import './problem-view.css'

/**
 * A page that says what went wrong and what to do (ERR-01, ERR-06). Its heading takes the focus, so that it is the next
 * thing read. Texts that came from elsewhere are in `details`, shown as text, closed at first.
 */
export function ProblemView({
  problem,
  homeHref,
  newWindowHref,
  again,
  supportCode,
  checkHref,
}: {
  readonly problem: Problem
  readonly homeHref: string
  /** Where the problem is the frame that the app is shown in: the address to open outside it. */
  readonly newWindowHref?: string | undefined
  /** Where signing in again is one step. */
  readonly again?: { readonly onBegin: () => void; readonly isBusy: boolean } | undefined
  /** The details as a text to be sent to whoever helps. */
  readonly supportCode?: string
  /** Where the app's own setting is the problem: the check for whoever looks after it. */
  readonly checkHref?: string | undefined
}) {
  const details = problem.details ?? []
  return (
    <main className="view problem">
      <PageHeading page="problem" isFocusedOnMount>
        {problem.title}
      </PageHeading>
      <p className="lead as-written">{problem.explanation}</p>
      <section className="card" aria-labelledby="problem-what-to-do">
        <h2 id="problem-what-to-do">{t('What you can do')}</h2>
        <p className="as-written">
          {again ? t('Sign in again; you come back to the page you were on.') : problem.whatToDo}
        </p>
        {again && (
          <button
            type="button"
            className="button-primary"
            disabled={again.isBusy}
            onClick={again.onBegin}
          >
            {t('Sign in again')}
          </button>
        )}
        {newWindowHref !== undefined && (
          <a href={newWindowHref} target="_blank" rel="noopener noreferrer">
            {t('Open in a new window')}
          </a>
        )}
      </section>
      {details.length > 0 && (
        <details>
          <summary>{t('Details for support')}</summary>
          {/* Whoever helps may be elsewhere, and reads English. */}
          <div lang="en" dir="ltr">
            <DefinitionList items={details.map(({ label, value }) => ({ label, text: value }))} />
          </div>
          {supportCode !== undefined && (
            <CopyText
              label={t('Copy for support')}
              text={supportCode}
              fieldName={t('Support code')}
            />
          )}
        </details>
      )}
      <p>
        <a href={homeHref}>{t('Back to the first page')}</a>
      </p>
      {checkHref !== undefined && (
        <p className="quiet">
          {tx('For IT staff: {link}', {
            link: <a href={checkHref}>{t('Check this installation')}</a>,
          })}
        </p>
      )}
    </main>
  )
}
