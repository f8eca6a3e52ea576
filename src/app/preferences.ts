import { isMembers } from '../config/config-faults.ts'
import { parseJson } from '../fhir/json.ts'

/** How somebody wants the app to be: kept in this browser, and nothing of a record is in it (STO-04). */
export type Preferences = {
  /** A language of `languageNames`; undefined leaves it to browser and hospital. */
  readonly language?: string | undefined
  /** Undefined leaves it to the system. */
  readonly look?: Look | undefined
  /** Undefined leaves it to how the app was opened. */
  readonly register?: Register | undefined
}

const looks = ['light', 'dark', 'contrast'] as const
type Look = (typeof looks)[number]

/** For whom the same data are put into words. */
const registers = ['patient', 'clinician'] as const
export type Register = (typeof registers)[number]

const name = 'chartside:preferences'

let kept: Preferences | undefined
const listeners = new Set<() => void>()
/** Whether the system asks for more contrast. */
let systemContrast: MediaQueryList | undefined

/** The preferences of this browser. Without storage, those of this document. */
export function getPreferences(): Preferences {
  kept ??= readPreferences()
  return kept
}

/** Hears of each change. */
export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Changes some of them, and shows the look at once. A language is spoken from the next document on. */
export function setPreferences(change: Preferences): void {
  kept = { ...getPreferences(), ...change }
  try {
    localStorage.setItem(name, JSON.stringify(kept))
  } catch {
    // Denied, as in many frames: they last as long as the page.
  }
  showLook()
  for (const listener of listeners) listener()
}

/**
 * Puts the chosen look on the document. Without one the system's holds: dark by the style sheet itself, and high
 * contrast here, so that its colours stand in the style sheet once.
 */
export function showLook(): void {
  systemContrast ??= watchSystemContrast()
  const look = getPreferences().look ?? (systemContrast?.matches === true ? 'contrast' : undefined)
  const { dataset } = document.documentElement
  if (look === undefined) delete dataset['look']
  else dataset['look'] = look
}

function watchSystemContrast(): MediaQueryList | undefined {
  const query = globalThis.matchMedia?.('(prefers-contrast: more)')
  query?.addEventListener('change', showLook)
  return query
}

function readPreferences(): Preferences {
  const stored = parseJson(readText())
  if (!isMembers(stored)) return {}
  const { language, look, register } = stored
  return {
    language: typeof language === 'string' ? language : undefined,
    look: looks.find((one) => one === look),
    register: registers.find((one) => one === register),
  }
}

function readText(): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}
