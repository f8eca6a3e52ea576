import { useState } from 'react'
import { t } from '../language/t.ts'
import './copy-text.css'

function selectAll(field: HTMLTextAreaElement | null): void {
  field?.focus()
  field?.select()
}

/**
 * A button that copies a text. Where the browser doesn't let the page write to the clipboard, as in many frames, the
 * text appears selected instead, in a field of that name, to be copied by hand (EMB-05). What came of it is announced.
 */
export function CopyText({
  text,
  label,
  fieldName,
}: {
  readonly text: string
  readonly label: string
  readonly fieldName: string
}) {
  const [outcome, setOutcome] = useState<'copied' | 'denied'>()

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      setOutcome('denied')
    }
  }

  return (
    <div className="copy-text">
      <button type="button" className="button-small" onClick={() => void copy()}>
        {label}
      </button>
      <p role="status" className="quiet">
        {outcome === 'copied' && t('Copied.')}
        {outcome === 'denied' &&
          t(
            'The browser does not let this page copy. The text below is selected: copy it with Ctrl+C, or ⌘C on a Mac.',
          )}
      </p>
      {outcome === 'denied' && (
        <textarea ref={selectAll} readOnly rows={8} aria-label={fieldName} value={text} />
      )}
    </div>
  )
}
