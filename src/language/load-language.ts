import type { Catalogue } from './catalogue.ts'
import { speak, type Language } from './language.ts'

const loaders: Readonly<Record<Language, () => Promise<Catalogue | undefined>>> = {
  // The English stands in the source.
  en: () => Promise.resolve(undefined),
  es: async () => (await import('./catalogues/es.json')).default,
  de: async () => (await import('./catalogues/de.json')).default,
  'ar-XB': async () => pseudoCatalogue((await import('./pseudo.ts')).toPseudo),
}

/** So long a language is waited for: behind it, a finished sign-in may wait to be shown. */
const longest = 10_000

let missing: Language | undefined

/** The language that was to be spoken and could not be had, so that English is. */
export const missingLanguage = (): Language | undefined => missing

/**
 * Loads the sentences of a language and speaks it from then on; English where they can't be had, or not in time. What
 * comes later is not spoken any more: a document speaks one language.
 */
export async function loadLanguage(
  language: Language,
  locale: string,
  load = loaders[language],
): Promise<void> {
  try {
    speak(language, locale, await inTime(load()))
    missing = undefined
  } catch {
    speak('en', 'en')
    missing = language
  }
}

async function inTime<T>(loading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), longest)
  })
  try {
    return await Promise.race([loading, end])
  } finally {
    clearTimeout(timer)
  }
}

/** A catalogue that has every sentence there may be. */
function pseudoCatalogue(toPseudo: (text: string) => string): Catalogue {
  return new Proxy<Catalogue>({}, { get: (_, text) => toPseudo(String(text)) })
}
