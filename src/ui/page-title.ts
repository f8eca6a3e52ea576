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

/** Calls the tab after a screen and the app (WCAG 2.4.2). */
export function showTitle(name: PageName): void {
  const words = titles[name]
  document.title = words === undefined ? 'Chartside' : t('{page} – Chartside', { page: t(words) })
}
