import { useState, type ReactNode } from 'react'
import { t } from '../../language/t.ts'

/**
 * Takes back at once whatever narrows a view; pressed by mistake, the same button brings it back, as long as nothing
 * else has been chosen. It stays where it was, and so does the focus.
 *
 * - `onShowAll` shows all, and gives what undoes that.
 */
export function ShowAll({
  isNarrowed,
  onShowAll,
  children,
}: {
  readonly isNarrowed: boolean
  readonly onShowAll: () => () => void
  readonly children: ReactNode
}) {
  const [undo, setUndo] = useState<() => void>()
  if (!isNarrowed && undo === undefined) return null
  const press = () => {
    if (isNarrowed) return setUndo(() => onShowAll())
    undo?.()
    setUndo(undefined)
  }
  return (
    <button type="button" className="button-small" onClick={press}>
      {isNarrowed ? children : t('Undo: choose as before')}
    </button>
  )
}
