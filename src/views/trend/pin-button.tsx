import { t } from '../../language/t.ts'

/** Puts the test first in the overview, or takes it from there again; says how long that lasts (STO-04). */
export function PinButton({
  isPinned,
  onToggle,
}: {
  readonly isPinned: boolean
  readonly onToggle: () => void
}) {
  return (
    <div className="trend-pin">
      <button type="button" className="button-small" aria-pressed={isPinned} onClick={onToggle}>
        {t('Pin this test')}
      </button>
      <span className="quiet">
        {isPinned
          ? t('Pinned: it stands first in the overview until the page is reloaded or closed.')
          : t('A pinned test stands first in the overview until the page is reloaded or closed.')}
      </span>
    </div>
  )
}
