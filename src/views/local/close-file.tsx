import { useId, useRef } from 'react'
import { t, tn } from '../../language/t.ts'
import './local.css'

/**
 * A button that closes what was opened out of files, once that is confirmed: only the person's device can bring it back.
 * Where it isn't, the focus comes back to the button.
 */
export function CloseFile({
  count,
  onClose,
}: {
  /** How many files are open. */
  readonly count: number
  readonly onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  return (
    <>
      <button
        type="button"
        className="button-small"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {t('Close|a file that is open')}
      </button>
      <dialog ref={dialog} className="dialog close-file" aria-labelledby={headingId}>
        <h2 id={headingId}>{tn(count, 'Close this file?', 'Close these {n} files?')}</h2>
        <p>{t('To see the record again, you have to open it again from your device.')}</p>
        <div className="close-file-choice">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('Keep open|a file')}
          </button>
          <button type="button" onClick={onClose}>
            {t('Close|a file that is open')}
          </button>
        </div>
      </dialog>
    </>
  )
}
