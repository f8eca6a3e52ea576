import { decimalMark } from '../language/decimal-mark.ts'
import { t } from '../language/t.ts'

/**
 * A text of the server, as it stands. Where the page writes decimals with a comma, a text that has them with a point says
 * whose it is: beside "1,250", "0.400-4.000" would be read as up to four thousand (D4).
 */
export function formatSentText(text: string): string {
  return decimalMark() !== '.' && /\d\.\d/.test(text) ? t('“{text}” (as sent)', { text }) : text
}
