import { toObject } from '../fhir/json.ts'

/** What pages that show the same session tell each other: never a token. */
export type SessionEvent =
  /** Somebody signed out (END-01). */
  | 'signed-out'
  /** The tokens were renewed; whoever kept a copy of the old refresh token may not use it any more (REF-04). */
  | 'renewed'

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
    const event = message?.['event']
    if (message?.['id'] === id && (event === 'signed-out' || event === 'renewed')) onEvent(event)
  })
  return {
    tell: (event) => channel.postMessage({ id, event }),
    leave: () => channel.close(),
  }
}
