import type { Key } from '../language/catalogue.ts'
import { chooseLanguage, currentSpeech, offeredLanguages } from '../language/language.ts'
import { loadLanguage, missingLanguage } from '../language/load-language.ts'
import { t } from '../language/t.ts'
import { getPreferences } from './preferences.ts'

/**
 * Chooses the language of this document, by what the person set, else the browser, else the site; loads its sentences
 * and marks the document with it. `offered` is what the site allows, the one to fall back to first; all, until its configuration says otherwise.
 */
export async function startLanguage(offered = offeredLanguages): Promise<void> {
  const { language, locale } = chooseLanguage(
    getPreferences().language,
    navigator.languages,
    offered,
  )
  const current = currentSpeech()
  // What could not be had isn't waited for twice.
  const isMissing = missingLanguage() === language
  if (!isMissing && (current.language !== language || current.locale !== locale))
    await loadLanguage(language, locale)
  const { documentElement } = document
  documentElement.lang = currentSpeech().language
  documentElement.dir = currentSpeech().direction
  sayWaitingWords()
}

/** Says in this language what the page still says of waiting (`waitingWords`). */
function sayWaitingWords(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) {
    // Kept in English, as the site's configuration may change the language once more.
    const english = (element.dataset['words'] ||= element.textContent.trim())
    const words = t(english as Key)
    if (element.textContent.trim() !== words) element.textContent = words
  }
}
