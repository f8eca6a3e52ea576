import { isFramed } from '../smart/frame.ts'
import type { Environment } from '../smart/support-code.ts'
import { hasStorage } from '../smart/tab-storage.ts'

declare const __APP_VERSION__: string

/** What the page knows of itself and of its browser, for the support code; put in at build: the version. */
export function readEnvironment(now = Date.now()): Environment {
  return {
    version: __APP_VERSION__,
    origin: location.origin,
    userAgent: navigator.userAgent,
    isFramed: isFramed(),
    hasStorage: hasStorage(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now,
  }
}
