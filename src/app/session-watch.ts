import type { Session } from '../smart/session.ts'

/** Why a session is over: its time, or a sign-out, perhaps in a copy of this tab. */
export type SessionEnd = 'expired' | 'signed-out'

const channelName = 'chartside-sign-out'
const checkEveryMs = 5_000

/**
 * Tells once when a session is over (REF-09, END-01). Its time is looked at every few seconds and whenever the page is
 * shown again, by the clock and by the time gone since, whichever is further: timers stand still while a machine sleeps,
 * and clocks can be set. Gives a function that ends the watch.
 */
export function watchSession(
  { id, expiresAt }: Session,
  onEnd: (end: SessionEnd) => void,
): () => void {
  const deadline = performance.now() + (expiresAt - Date.now())
  const watch = new AbortController()
  const { signal } = watch
  const end = (why: SessionEnd) => {
    if (signal.aborted) return
    watch.abort()
    onEnd(why)
  }
  const check = () => {
    if (Date.now() >= expiresAt || performance.now() >= deadline) end('expired')
  }
  const timer = setInterval(check, checkEveryMs)
  const channel = new BroadcastChannel(channelName)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    channel.close()
  })
  channel.addEventListener('message', ({ data }) => {
    if (data === id) end('signed-out')
  })
  for (const name of ['visibilitychange', 'focus', 'pageshow'])
    window.addEventListener(name, check, { signal, capture: true })
  return () => watch.abort()
}

/** Tells copies of this tab that a session was signed out (STO-06). */
export function announceSignOut(id: string): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage(id)
  channel.close()
}
