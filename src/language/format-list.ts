import { currentSpeech } from './language.ts'

const formats = new Map<string, Intl.ListFormat>()

/** Puts what is enumerated into one phrase: "a, b, and c", with "or", or as a plain list (Unicode CLDR list patterns). */
export function formatList(
  items: readonly string[],
  type: 'conjunction' | 'disjunction' | 'unit' = 'conjunction',
): string {
  const { locale } = currentSpeech()
  const name = `${locale} ${type}`
  const made = formats.get(name) ?? new Intl.ListFormat(locale, { type })
  formats.set(name, made)
  return made.format(items)
}
