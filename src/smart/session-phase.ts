/** When a session ends by itself, epoch milliseconds each. */
export type SessionLimits = {
  /** When the access token runs out. */
  readonly expiresAt: number
  /** Whether it will be renewed before, as far as is known now. */
  readonly isRenewed: boolean
  /** When a session ends however often it was renewed (REF-08). */
  readonly endsAtLatest: number
  /** When it ends if nobody touches the page until then (END-06); undefined where that is switched off. */
  readonly idleAt: number | undefined
}

/** Why a session ends by itself. */
export type TimedEnd = 'expired' | 'too-long' | 'idle'

/** Where a session stands in its time. */
export type SessionPhase =
  | { readonly kind: 'open'; readonly endsAt: number | undefined }
  /** Soon over: worth a warning (REF-09). */
  | { readonly kind: 'ending'; readonly endsAt: number }
  /** Soon over unless somebody is there. */
  | { readonly kind: 'idle'; readonly endsAt: number }
  | { readonly kind: 'over'; readonly why: TimedEnd }

/** How long before its end a session warns; WCAG 2.2 SC 2.2.1 asks for twenty seconds at least. */
export const warningMs = 5 * 60_000
export const idleWarningMs = 60_000

/**
 * Tells where a session stands at `now`. The nearer end counts; at the end of a time the session is over, whatever was
 * being renewed. An end that a renewal will move is not warned of.
 */
export function toPhase(now: number, limits: SessionLimits): SessionPhase {
  const { expiresAt, isRenewed, endsAtLatest, idleAt = Infinity } = limits
  if (now >= expiresAt) return { kind: 'over', why: 'expired' }
  if (now >= endsAtLatest) return { kind: 'over', why: 'too-long' }
  if (now >= idleAt) return { kind: 'over', why: 'idle' }
  const endsAt = isRenewed ? endsAtLatest : Math.min(expiresAt, endsAtLatest)
  const isEnding = endsAt - now <= warningMs
  if (idleAt - now <= idleWarningMs && idleAt < endsAt) return { kind: 'idle', endsAt: idleAt }
  if (isEnding) return { kind: 'ending', endsAt }
  return { kind: 'open', endsAt: isRenewed ? undefined : endsAt }
}
