import { useState, type ReactNode } from 'react'
import { t } from '../../language/t.ts'

/** All was shown: the choices that came of it, and what brings back those before. */
export type Shown = { readonly choices: string; readonly undo: () => void }

/**
 * Takes back at once whatever narrows a view; pressed by mistake, the same button brings it back, as long as nothing
 * else has been chosen since: it would take that back too. It stays where it was, and so does the focus.
 *
 * - `choices` names all that is chosen.
 * - `onShowAll` shows all.
 */
export function ShowAll({
  isNarrowed,
  choices,
  onShowAll,
  children,
}: {
  readonly isNarrowed: boolean
  readonly choices: string
  readonly onShowAll: () => Shown
  readonly children: ReactNode
}) {
  const [shown, setShown] = useState<Shown & { readonly isThere: boolean }>()
  if (shown !== undefined) {
    // The address may follow later than the button.
    const isThere = shown.choices === choices
    if (!isThere && (shown.isThere || !isNarrowed)) setShown(undefined)
    else if (isThere && !shown.isThere) setShown({ ...shown, isThere })
  }
  if (!isNarrowed && shown === undefined) return null
  const press = () => {
    if (isNarrowed) return setShown({ ...onShowAll(), isThere: false })
    shown?.undo()
    setShown(undefined)
  }
  return (
    <button type="button" className="button-small" onClick={press}>
      {isNarrowed ? children : t('Undo: choose as before')}
    </button>
  )
}
