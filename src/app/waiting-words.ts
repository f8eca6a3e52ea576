import { key } from '../language/t.ts'

/**
 * What a page says until the app does. The build puts it into the pages in English; each element of it is marked with
 * `data-words`, and said anew once the language is there.
 */
export const waitingWords = {
  app: key('Opening Chartside…'),
  launch: key('Opening the record…'),
  callback: key('Signing in…'),
  hint: key('If nothing more appears within a minute, close this page and open the app again.'),
}
