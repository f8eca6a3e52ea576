import type { LiveSession, SessionEnd } from '../smart/live-session.ts'
import { SmartError, type SmartFailure } from '../smart/smart-error.ts'
import { AppError } from './app-error.ts'

const failures: Readonly<Record<Exclude<SessionEnd, 'other-patient'>, SmartFailure>> = {
  'signed-out': 'session-missing',
  expired: 'session-expired',
  idle: 'session-idle',
  'too-long': 'session-too-long',
  refused: 'session-refused',
  'other-user': 'session-changed',
}

/** What there is to say about a session that is over; undefined while it isn't. */
export function toEndError({ session, end }: ReturnType<LiveSession['getState']>) {
  if (end === undefined) return undefined
  return end === 'other-patient'
    ? new AppError('wrong-patient')
    : new SmartError(failures[end], { launch: session.launch })
}

/** Ends after which the same person may go on by signing in again. */
export function canSignInAgain(end: SessionEnd): boolean {
  return end !== 'signed-out' && end !== 'other-patient'
}
