import { numberFormat } from './format-count.ts'
import { currentSpeech } from './language.ts'

let known: { readonly locale: string; readonly mark: string } | undefined

/** What stands between whole numbers and fractions in the page's language: "." or ",". */
export function decimalMark(): string {
  const { locale } = currentSpeech()
  if (known?.locale !== locale) {
    const parts = numberFormat({ minimumFractionDigits: 1 }).formatToParts(0)
    known = { locale, mark: parts.find(({ type }) => type === 'decimal')?.value ?? '.' }
  }
  return known.mark
}

/**
 * Writes a decimal number, digit for digit as it was sent, with the page's own decimal mark: "1.500" is "1,500" where
 * that means one and a half. Digits are never grouped, since a mark between them could be read either way (OBS-05).
 */
export function formatDecimalText(text: string): string {
  const mark = decimalMark()
  return mark === '.' ? text : text.replace('.', mark)
}
