import type { Catalogue } from './catalogue.ts'

/** A language that the app can speak. `ar-XB` is no language, but English dressed up and written from right to left. */
export type Language = 'en' | 'es' | 'de' | 'ar-XB'

/** The languages that people may choose, with their own names. */
export const languageNames = { en: 'English', es: 'Español', de: 'Deutsch' } as const

/** A language that is offered. */
export type OfferedLanguage = keyof typeof languageNames

/** All of them, in the order in which they are offered. */
export const offeredLanguages: readonly OfferedLanguage[] =
  Object.keys(languageNames).filter(isOffered)

/** What is spoken: a language, the place whose dates and numbers are meant, and the sentences (none for English). */
export type Speech = {
  readonly language: Language
  /** BCP 47, for `Intl`: "es-MX". */
  readonly locale: string
  readonly catalogue: Catalogue | undefined
  readonly direction: 'ltr' | 'rtl'
  readonly plurals: Intl.PluralRules
}

function toSpeech(language: Language, locale: string, catalogue?: Catalogue): Speech {
  const isPseudo = language === 'ar-XB'
  return {
    language,
    locale,
    catalogue,
    direction: isPseudo ? 'rtl' : 'ltr',
    plurals: new Intl.PluralRules(isPseudo ? 'en' : locale),
  }
}

const english = toSpeech('en', 'en-US')
let speech = english

/** What is spoken now. */
export const currentSpeech = (): Speech => speech

/**
 * From now on, everything is said in this language. A document is to speak one from its first sentence to its last:
 * what was read from a record holds sentences already.
 */
export function speak(language: Language, locale: string, catalogue?: Catalogue): void {
  speech = toSpeech(language, locale, catalogue)
}

/** Whether a text names a language that is offered. */
export function isOffered(language: unknown): language is OfferedLanguage {
  return typeof language === 'string' && Object.hasOwn(languageNames, language)
}

/**
 * Chooses a language: the one that was set, or the first of the browser's that is offered, or what the site falls back
 * to. The locale is the browser's own where it has one of that language, as "es-MX" and "es-ES" write numbers
 * differently.
 */
export function chooseLanguage(
  set: string | undefined,
  browser: readonly string[],
  offered: readonly OfferedLanguage[],
): { readonly language: Language; readonly locale: string } {
  const known = browser.map((locale) => ({ locale, base: locale.split('-')[0] ?? '' }))
  const isPossible = (language: string): language is OfferedLanguage =>
    offered.some((one) => one === language)
  // Never in the list to choose from: for tests alone.
  if (set === 'ar-XB') return { language: set, locale: 'ar-u-nu-latn-ca-gregory' }
  const wanted = [set ?? '', ...known.map(({ base }) => base)].find(isPossible)
  const language = wanted ?? offered[0] ?? 'en'
  const own = known.find(({ base }) => base === language)?.locale
  return { language, locale: own ?? withRegionOf(browser[0], language) }
}

/** The language as it is written where the browser is set up for: Spanish in a browser of the United States is "es-US". */
function withRegionOf(locale: string | undefined, language: string): string {
  try {
    const { region } = new Intl.Locale(locale ?? language)
    return region === undefined ? language : `${language}-${region}`
  } catch {
    return language
  }
}
