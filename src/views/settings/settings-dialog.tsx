import { useId, useRef, useState, type ReactNode } from 'react'
import { t } from '../../language/t.ts'
import './settings-dialog.css'

/**
 * A button and the dialog that it opens, over whatever page it stands on; closing it, by the button or Escape, brings
 * the focus back. The dialog holds its `children` only while it is open.
 */
export function SettingsDialog({ children }: { readonly children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const headingId = useId()
  return (
    <>
      <button
        type="button"
        className="button-small settings-opener"
        aria-haspopup="dialog"
        onClick={() => {
          dialog.current?.showModal()
          setIsOpen(true)
        }}
      >
        {t('Settings')}
      </button>
      <dialog
        ref={dialog}
        className="dialog settings-dialog"
        aria-labelledby={headingId}
        onClose={() => setIsOpen(false)}
      >
        <div className="settings-head">
          <h2 id={headingId}>{t('Settings')}</h2>
          <button type="button" className="button-small" onClick={() => dialog.current?.close()}>
            {t('Close')}
          </button>
        </div>
        {isOpen && children}
      </dialog>
    </>
  )
}
