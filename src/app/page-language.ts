import { chooseLanguage, currentSpeech, type OfferedLanguage } from '../language/language.ts'
import { loadLanguage } from '../language/load-language.ts'
import { getPreferences } from './preferences.ts'

/** What is offered until the site's configuration says otherwise. */
const all: readonly OfferedLanguage[] = ['en', 'es', 'de']

/**
 * Chooses the language of this document, by what the person set, else the browser, else the site; loads its sentences
 * and marks the document with it. `offered` is what the site allows, the one to fall back to first.
 */
export async function startLanguage(offered = all): Promise<void> {
  const { language, locale } = chooseLanguage(
    getPreferences().language,
    navigator.languages,
    offered,
  )
  const current = currentSpeech()
  if (current.language !== language || current.locale !== locale)
    await loadLanguage(language, locale)
  const { documentElement } = document
  documentElement.lang = currentSpeech().language
  documentElement.dir = currentSpeech().direction
}
