import { useEffect, useRef, type ReactNode } from 'react'
import { t, tn } from '../../../language/t.ts'
import { isFramed } from '../../../smart/frame.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { Message } from '../../../ui/message.tsx'
import type { BundlePlan } from './desk.ts'
import type { MadeFile, useTakeAway, Work } from './use-take-away.ts'

type Acts = Pick<ReturnType<typeof useTakeAway>, 'readBundle' | 'toPaper' | 'save' | 'cancel'>

/** Rows of a printed page, roughly. */
const rowsAPage = 30

function howMuch(
  what: 'bundle' | 'print',
  count: number,
  plan: BundlePlan,
  isLocal: boolean,
): string {
  if (what === 'print')
    return t('{count} results are about {pages} pages.', {
      count,
      pages: Math.ceil(count / rowsAPage),
    })
  if (isLocal)
    return tn(
      count,
      'It is read again from what was opened here, as it stands there.',
      'All {n} are read again from what was opened here, as they stand there.',
    )
  return plan.kind === 'one-by-one'
    ? tn(
        count,
        'It is read again from the hospital’s server, as it keeps it.',
        'All {n} are read again from the hospital’s server, as it keeps them.',
      )
    : tn(
        count,
        'It is searched again at the hospital’s server, which may take as long as loading did.',
        'All {n} are searched again at the hospital’s server, which may take as long as loading did.',
      )
}

/** Nothing tells a page in a frame whether it may save a file. */
function Offered({ file }: { readonly file: MadeFile }) {
  return (
    <>
      <p>{t('Saved as {name}, if the browser allows it.', { name: file.name })}</p>
      {file.kind === 'csv' && (
        <p className="quiet">
          {t(
            'Open it as UTF-8 with commas, in the language English (USA): where a comma begins the fraction, a spreadsheet program may read other numbers.',
          )}
        </p>
      )}
      {isFramed() && (
        <>
          <p className="quiet">
            {t(
              'Inside another program, files are often not saved, and nothing says so. Then copy the text, or open the app by itself.',
            )}
          </p>
          <CopyText
            text={file.pieces.join('')}
            label={t('Copy what is in the file')}
            fieldName={file.name}
          />
        </>
      )}
    </>
  )
}

/** What is asked, going on, or done; and what can be answered to it. */
export function TakeAwayProgress({
  work,
  count,
  plan,
  isLocal,
  ...acts
}: Acts & {
  readonly work: Work
  readonly count: number
  readonly plan: BundlePlan
  readonly isLocal: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const { kind } = work
  useEffect(() => {
    // The button that had the focus may have gone.
    if (kind !== 'idle' && document.activeElement === document.body) box.current?.focus()
  }, [kind])
  return (
    <>
      <p role="status" className="visually-hidden">
        {announce(work)}
      </p>
      <div ref={box} tabIndex={-1} className="take-away-progress">
        {contentOf(work, (what) => howMuch(what, count, plan, isLocal), acts)}
      </div>
    </>
  )
}

/** What is said aloud: once for each step, not for each result. */
function announce(work: Work): string {
  if (work.kind === 'reading') return t('Reading the results again…')
  if (work.kind === 'warning') return t('Not all of it is as shown here')
  return work.kind === 'offered'
    ? t('Saved as {name}, if the browser allows it.', { name: work.file.name })
    : ''
}

function failureWords(why: Extract<Work, { kind: 'failed' }>['why']): string {
  switch (why) {
    case 'ended':
      return t('The record was closed before all was read, so there is no file.')
    case 'too-large':
      return t('That is more than the browser can hold at once. Show fewer results, and try again.')
    case 'not-loaded':
      return t('A part of the app could not be loaded. Reload the page, and try again.')
  }
}

function contentOf(
  work: Work,
  wordsOf: (what: 'bundle' | 'print') => string,
  acts: Acts,
): ReactNode {
  const cancel = (
    <button type="button" className="button-small" onClick={acts.cancel}>
      {t('Cancel')}
    </button>
  )
  switch (work.kind) {
    case 'idle':
      return null
    case 'asking':
      return (
        <>
          <p>{wordsOf(work.what)}</p>
          <div className="take-away-answers">
            <button
              type="button"
              className="button-small"
              onClick={() => (work.what === 'print' ? acts.toPaper(true) : acts.readBundle())}
            >
              {work.what === 'print' ? t('Print them') : t('Read and save')}
            </button>
            {cancel}
          </div>
        </>
      )
    case 'reading':
      return (
        <>
          <p>{t('{count} of {all} read', { count: work.count, all: work.of })}</p>
          <progress value={work.count} max={work.of} aria-label={t('Results read')} />
          <div className="take-away-answers">{cancel}</div>
        </>
      )
    case 'warning':
      return (
        <Message kind="warning" title={t('Not all of it is as shown here')}>
          <ul>
            {work.problems.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p>{t('The file says so too.')}</p>
          <div className="take-away-answers">
            <button type="button" className="button-small" onClick={() => acts.save(work.file)}>
              {t('Save it all the same')}
            </button>
            {cancel}
          </div>
        </Message>
      )
    case 'offered':
      return <Offered file={work.file} />
    case 'printing':
      return <p>{t('Preparing the print…')}</p>
    case 'not-printed':
      return (
        <p>
          {t(
            'The browser does not let this page print, as it often is inside another program. Open the app by itself, or take the spreadsheet.',
          )}
        </p>
      )
    case 'failed':
      return <p>{failureWords(work.why)}</p>
  }
}
