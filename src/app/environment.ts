import type { Environment } from '../smart/support-code.ts'

declare const __APP_VERSION__: string

/** What the page knows of itself and of its browser, for the support code; put in at build: the version. */
export function readEnvironment(now = Date.now()): Environment {
  return {
    version: __APP_VERSION__,
    origin: location.origin,
    userAgent: navigator.userAgent,
    isFramed: window.parent !== window,
    hasStorage: hasStorage(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now,
  }
}

/** Frames with a sandbox, and some privacy settings, throw at the mere mention of it (EMB-04). */
function hasStorage(): boolean {
  try {
    return sessionStorage.length >= 0
  } catch {
    return false
  }
}
