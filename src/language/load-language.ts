import type { Catalogue } from './catalogue.ts'
import { speak, type Language } from './language.ts'

const loaders: Readonly<Record<Language, () => Promise<Catalogue | undefined>>> = {
  // The English stands in the source.
  en: () => Promise.resolve(undefined),
  es: async () => (await import('./catalogues/es.json')).default,
  de: async () => (await import('./catalogues/de.json')).default,
  'ar-XB': async () => pseudoCatalogue((await import('./pseudo.ts')).toPseudo),
}

/** Loads the sentences of a language and speaks it from then on; English where they can't be had. */
export async function loadLanguage(language: Language, locale: string): Promise<void> {
  try {
    speak(language, locale, await loaders[language]())
  } catch {
    speak('en', 'en')
  }
}

/** A catalogue that has every sentence there may be. */
function pseudoCatalogue(toPseudo: (text: string) => string): Catalogue {
  return new Proxy<Catalogue>({}, { get: (_, text) => toPseudo(String(text)) })
}
