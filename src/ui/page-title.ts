import { key, t } from '../language/t.ts'

/** What a tab may be called: fixed words, since a browser keeps titles in its history (LOG-05). */
const titles = {
  home: undefined,
  overview: key('Overview'),
  results: key('Results'),
  flowsheet: key('Flowsheet'),
  trend: key('Trend'),
  patient: key('Patient'),
  help: key('Help'),
  check: key('Check of this installation'),
  find: key('Find the patient'),
  signedOut: key('Signed out'),
  problem: key('Something is wrong'),
}

/** A screen, as its title names it. */
export type PageName = keyof typeof titles

let shown: PageName = 'home'
let isSample = false

/** Calls the tab after a screen and the app (WCAG 2.4.2). */
export function showTitle(name: PageName): void {
  shown = name
  write()
}

/** Says in every title from now on that what is open is the sample record, or no longer. */
export function markSample(isOpen: boolean): void {
  isSample = isOpen
  write()
}

function write(): void {
  const words = titles[shown]
  const app = isSample ? t('Sample data – Chartside') : 'Chartside'
  document.title = words === undefined ? app : t('{page} – {app}', { page: t(words), app })
}
