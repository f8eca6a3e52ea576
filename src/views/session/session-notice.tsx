import { t } from '../../language/t.ts'
import { formatTimeOfDay } from '../../ui/format-moment.ts'
import { Message } from '../../ui/message.tsx'

/** What there is to warn of about a session's own time. */
export type SessionWarning =
  | { readonly kind: 'ending'; readonly endsAt: number }
  | { readonly kind: 'idle'; readonly endsAt: number }
  /** The server no longer takes the token: nothing more can be loaded. */
  | { readonly kind: 'rejected' }

type Props = {
  readonly warning: SessionWarning
  /** Undefined for a launch from the chart, which can't be repeated from here (ERR-06). */
  readonly onSignInAgain: (() => void) | undefined
  readonly isSigningIn?: boolean
  /** Whether signing in again could not begin; the record stays meanwhile. */
  readonly hasFailed?: boolean
  readonly onStay: () => void
}

/**
 * Warns before a session ends, and says what one can do (REF-09, END-06). What is shown stays until then. The words
 * don't change while time goes by, so that they are announced once.
 */
export function SessionNotice({
  warning,
  onSignInAgain,
  isSigningIn = false,
  hasFailed = false,
  onStay,
}: Props) {
  if (warning.kind === 'idle')
    return (
      <Message kind="problem" title={t('Are you still there?')}>
        <p>
          {t(
            'Nobody has touched this page for a while. At {time} the record is covered and you are signed out.',
            { time: formatTimeOfDay(warning.endsAt) },
          )}
        </p>
        <button type="button" className="button-small" onClick={onStay}>
          {t('Stay signed in')}
        </button>
      </Message>
    )
  return (
    <Message kind="warning" title={titleOf(warning)}>
      <p>
        {warning.kind === 'rejected'
          ? t('What you see was loaded before. Nothing more can be loaded.')
          : t('What you see is covered then.')}{' '}
        {onSignInAgain
          ? t('Sign in again to go on; you come back to this page.')
          : t('To go on, close the app and open it again from the patient’s chart.')}
      </p>
      {hasFailed && <p>{t('Signing in could not begin. Check the connection, then try again.')}</p>}
      {onSignInAgain && (
        <button
          type="button"
          className="button-small"
          disabled={isSigningIn}
          onClick={onSignInAgain}
        >
          {t('Sign in again')}
        </button>
      )}
    </Message>
  )
}

function titleOf(warning: Exclude<SessionWarning, { kind: 'idle' }>): string {
  return warning.kind === 'rejected'
    ? t('The hospital’s server no longer accepts this sign-in')
    : t('Your session ends at {time}', { time: formatTimeOfDay(warning.endsAt) })
}
