import { t } from '../../language/t.ts'
import { Message } from '../../ui/message.tsx'
import type { DirectoryAnswer } from './directory-answer.ts'

/**
 * What is to be said below the list, and the button for it. While what that button asked for is loading it stays, so
 * that it keeps the focus.
 */
export function AnswerNote({
  answer,
  onMore,
  onRetry,
}: {
  readonly answer: DirectoryAnswer
  readonly onMore: () => void
  readonly onRetry: () => void
}) {
  const isLoading = answer.kind === 'loading'
  const after = isLoading ? answer.after : undefined
  if (answer.kind === 'failed' || after === 'retry')
    return (
      <Message kind="problem" title={t('Part of the list of hospitals could not be loaded')}>
        <p>{t('What is found may not be all. Check the connection.')}</p>
        <NoteButton isLoading={isLoading} onClick={onRetry}>
          {t('Try again')}
        </NoteButton>
      </Message>
    )
  if (after === 'more' || (answer.kind === 'found' && answer.total > answer.organizations.length))
    return (
      <p>
        <NoteButton isLoading={isLoading} onClick={onMore}>
          {t('Show more')}
        </NoteButton>
      </p>
    )
  if (answer.kind !== 'found' || answer.total > 0) return null
  return (
    <Message kind="note" title={t('No hospital here is called that')}>
      {t(
        'Try fewer letters, the city or the postal code. This app opens only the hospitals that it was set up for.',
      )}
    </Message>
  )
}

function NoteButton({
  isLoading,
  onClick,
  children,
}: {
  readonly isLoading: boolean
  readonly onClick: () => void
  readonly children: string
}) {
  return (
    <button
      type="button"
      data-note
      aria-disabled={isLoading}
      onClick={() => {
        if (!isLoading) onClick()
      }}
    >
      {children}
    </button>
  )
}
