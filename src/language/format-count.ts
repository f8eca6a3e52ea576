import { currentSpeech } from './language.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** The format of a place for numbers; each is made once, as making one costs more than a thousand uses. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const { locale } = currentSpeech()
  const name = `${locale} ${JSON.stringify(options)}`
  const made = formats.get(name) ?? new Intl.NumberFormat(locale, options)
  formats.set(name, made)
  return made
}

let counts: { readonly locale: string; readonly format: Intl.NumberFormat } | undefined

/** Writes a count as the page's language does: 1234 is "1,234" in English. */
export function formatCount(count: number): string {
  const { locale } = currentSpeech()
  if (counts?.locale !== locale) counts = { locale, format: numberFormat() }
  return counts.format.format(count)
}
