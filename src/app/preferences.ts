import { isMembers } from '../config/config-faults.ts'
import { parseJson } from '../fhir/json.ts'

/** How somebody wants the app to be: kept in this browser, and nothing of a record is in it (STO-04). */
export type Preferences = {
  /** A language of `languageNames`; undefined leaves it to browser and hospital. */
  readonly language?: string | undefined
  /** Undefined leaves it to the system. */
  readonly look?: Look | undefined
  /**
   * The words chosen where the app by itself would choose those for a patient, and where those for a clinician. Apart, so
   * that what one chooses at a shared computer isn't what the other finds. Undefined leaves it to how the app was opened.
   */
  readonly registerForPatient?: Register | undefined
  readonly registerForClinician?: Register | undefined
}

const looks = ['light', 'dark', 'contrast'] as const
type Look = (typeof looks)[number]

/** For whom the same data are put into words. */
const registers = ['patient', 'clinician'] as const
export type Register = (typeof registers)[number]

/** Where a choice of words is kept, by the words that it stands in for. */
export const registerChoices = {
  patient: 'registerForPatient',
  clinician: 'registerForClinician',
} as const

const name = 'chartside:preferences'

let kept: Preferences | undefined
/** Whether the browser lets the page keep them, as far as was tried. */
let isStored = true
const listeners = new Set<() => void>()
/** Whether the system asks for more contrast. */
let systemContrast: MediaQueryList | undefined

/** The preferences of this browser. Without storage, those of this document. */
export function getPreferences(): Preferences {
  kept ??= readPreferences()
  return kept
}

/** Whether they outlast this document: not where storage is denied, as in many frames. */
export function arePreferencesKept(): boolean {
  getPreferences()
  return isStored
}

/** Hears of each change. */
export function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Changes some of them, and shows the look at once. A language is spoken from the next document on. Gives whether they
 * were kept for that.
 */
export function setPreferences(change: Preferences): boolean {
  kept = { ...getPreferences(), ...change }
  try {
    localStorage.setItem(name, JSON.stringify(kept))
    isStored = true
  } catch {
    // Denied, as in many frames: they last as long as the page.
    isStored = false
  }
  showLook()
  for (const listener of listeners) listener()
  return isStored
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
  const { language, look, registerForPatient, registerForClinician } = stored
  return {
    language: typeof language === 'string' ? language : undefined,
    look: looks.find((one) => one === look),
    registerForPatient: registers.find((one) => one === registerForPatient),
    registerForClinician: registers.find((one) => one === registerForClinician),
  }
}

function readText(): string {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    isStored = false
    return ''
  }
}
