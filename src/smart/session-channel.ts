import { toObject } from '../fhir/json.ts'

/**
 * What pages that show the same session tell each other: never a token.
 *
 * - `signed-out`: somebody signed out (END-01)
 * - `touched`: somebody is there (END-06), so that a copy in the background doesn't end what another one is used for
 * - `renewed`: the tokens were renewed; whoever kept a copy of the old refresh token may not use it any more (REF-04)
 */
export type SessionEvent = (typeof sessionEvents)[number]

const sessionEvents = ['signed-out', 'touched', 'renewed'] as const

/** A page's line to the other pages of its session, in this tab or in copies of it (STO-06). */
export type SessionChannel = {
  /** Tells the others, not this page. */
  readonly tell: (event: SessionEvent) => void
  readonly leave: () => void
}

/** Joins the pages of a session; `onEvent` hears what the others tell. */
export function joinSession(id: string, onEvent: (event: SessionEvent) => void): SessionChannel {
  const channel = new BroadcastChannel('chartside-session')
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = toObject(data)
    const event = sessionEvents.find((one) => one === message?.['event'])
    if (message?.['id'] === id && event !== undefined) onEvent(event)
  })
  return {
    tell: (event) => channel.postMessage({ id, event }),
    leave: () => channel.close(),
  }
}
