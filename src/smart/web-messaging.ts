import { isSecure, parseUrl } from '../config/secure-url.ts'
import { toObject, toText } from '../fhir/json.ts'
import { randomToken } from './random.ts'

/** How the EHR that opened the app hears messages (SMART Web Messaging); the handle stays inside `src/smart`. */
export type EhrMessaging = { readonly handle: string; readonly origin: string }

const longestHandle = 4_000

/**
 * Reads `smart_web_messaging_handle` and `smart_web_messaging_origin` of a token response. Undefined unless there are
 * both, and the origin is a secure one and nothing more: messages go to no other (LEAK-08).
 */
export function readEhrMessaging(
  { handle, origin }: { handle: string | undefined; origin: string | undefined },
  appRoot: URL,
): EhrMessaging | undefined {
  if (handle === undefined || handle.length > longestHandle || origin === undefined)
    return undefined
  const url = parseUrl(origin)
  if (!url || !isSecure(url, appRoot) || !isOrigin(origin, url)) return undefined
  return { handle, origin: url.origin }
}

/** An EHR may write its origin with a slash at the end, but not with a path. */
const isOrigin = (text: string, url: URL) => text.toLowerCase().replace(/\/$/, '') === url.origin

/** Whether a stored value is one; storage is checked like any other input (STO-02). */
export function isEhrMessaging(json: unknown): json is EhrMessaging {
  const messaging = toObject(json)
  const origin = toText(messaging?.['origin']) ?? ''
  return toText(messaging?.['handle']) !== undefined && parseUrl(origin)?.origin === origin
}

/** The EHR's window: the page around this one, or the one that opened it; undefined where there is neither. */
function findEhrWindow(): Window | undefined {
  if (window.parent !== window.self) return window.parent
  return (window.opener as Window | null) ?? undefined
}

/** Whether there is anybody to ask. */
export function hasEhrWindow(): boolean {
  return findEhrWindow() !== undefined
}

/**
 * Asks the EHR to close the activity that holds the app (SMART Web Messaging `ui.done`). The browser delivers it to a
 * page of that origin alone. What comes of it is the EHR's affair: no answer is waited for, so that no message from
 * outside is ever read.
 */
export function askEhrToClose({ handle, origin }: EhrMessaging): void {
  const message = {
    messagingHandle: handle,
    messageId: randomToken(),
    messageType: 'ui.done',
    payload: {},
  }
  findEhrWindow()?.postMessage(message, origin)
}
