import './long-text.css'

const LONGEST = 160

/** Gives the beginning of a text that is too long for a table cell, else undefined. Cuts between characters, never inside one. */
function startOf(text: string): string | undefined {
  const firstLine = text.split('\n', 1)[0] ?? ''
  const start = Array.from(firstLine).slice(0, LONGEST).join('')
  return start.length < text.length ? start.trimEnd() : undefined
}

/**
 * Someone else's text: isolated from the direction of the text around it (XSS-05), line breaks kept (D4). A long one
 * shows its beginning and opens in full, so nothing is cut off without a way to read it.
 */
export function LongText({ text }: { readonly text: string }) {
  const start = startOf(text)
  const whole = <bdi className="as-written">{text}</bdi>
  if (start === undefined) return whole
  return (
    <details className="long-text">
      <summary>
        <span className="long-text-start">
          <bdi>{start}</bdi>{' '}
        </span>
        <span className="long-text-more">Full text</span>
      </summary>
      {whole}
    </details>
  )
}
