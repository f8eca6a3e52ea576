import { t } from '../language/t.ts'
import './long-text.css'

/** What is longer opens on demand. */
const MOST_LINES = 6
const MOST_CHARACTERS = 400

/** As much of a text as is shown at first; cuts between characters, never inside one. */
function headOf(text: string): string {
  const lines = text.split('\n').slice(0, MOST_LINES).join('\n')
  // A character is two units at most; the rest of a huge text need not be taken apart.
  return Array.from(lines.slice(0, 2 * MOST_CHARACTERS))
    .slice(0, MOST_CHARACTERS)
    .join('')
}

/** Cuts after a part that is whole, else after a word, unless a word is absurdly long. */
function cut(parts: readonly string[]): string {
  let whole = ''
  for (const part of parts) {
    const longer = whole + part
    if (headOf(longer) !== longer) break
    whole = longer
  }
  if (whole.trim() !== '') return whole.trimEnd()
  const text = parts.join('')
  const head = headOf(text)
  const isAtWordEnd = /\s/.test(text.charAt(head.length))
  return (isAtWordEnd ? head : head.replace(/\s+\S{0,40}$/, '')).trimEnd()
}

/**
 * Someone else's text: isolated from the direction of the text around it (XSS-05), line breaks kept (D4), without the
 * empty space about it. More than about six lines show their beginning and open in full, so nothing is cut off without
 * a way to read it. A text given in parts, separators included, is cut only between them where the first one fits.
 */
export function LongText({
  text,
  lang,
}: {
  readonly text: string | readonly string[]
  /** Of words that are all the sender's own: their language, "" where it isn't known. */
  readonly lang?: string | undefined
}) {
  const parts = typeof text === 'string' ? [text.trim()] : text
  const all = parts.join('').trim()
  const whole = (
    <bdi lang={lang} className="as-written">
      {all}
    </bdi>
  )
  if (headOf(all) === all) return whole
  return (
    <details className="long-text">
      <summary>
        <span className="long-text-start">
          <bdi lang={lang} className="as-written">
            {cut(parts)}…
          </bdi>{' '}
        </span>
        <span className="long-text-more">{t('Full text')}</span>
      </summary>
      {whole}
    </details>
  )
}
