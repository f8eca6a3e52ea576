import { useMemo, useState } from 'react'
import { t, tn } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import './visit-filter.css'

type Counts = { readonly theirs: number; readonly unsaid: number }

function formatShown({ theirs, unsaid }: Counts, total: number): string {
  const counts = { shown: theirs, total }
  return unsaid === 0
    ? t(
        'Only results of this visit ({shown} of {total}); results that name no visit of this hospital are not among them',
        counts,
      )
    : tn(
        unsaid,
        'Only results of this visit ({shown} of {total}); results that name no visit of this hospital are not among them ({n} result)',
        'Only results of this visit ({shown} of {total}); results that name no visit of this hospital are not among them ({n} results)',
        counts,
      )
}

/**
 * Narrows the results to the visit that the app was opened from, only when asked to. While it does, it says how many
 * that are and what is not among them, with a way back to all (CTX-02).
 */
export function VisitFilter({
  observations,
  visitId,
  isOn,
  onChange,
}: {
  readonly observations: readonly Observation[]
  readonly visitId: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  // The address follows when there is time; the box shows at once that it was pressed.
  const [box, setBox] = useState({ isOn, isChecked: isOn })
  if (box.isOn !== isOn) setBox({ isOn, isChecked: isOn })
  const counts = useMemo(() => {
    if (!isOn) return undefined
    let [theirs, unsaid] = [0, 0]
    for (const { encounterId } of observations) {
      if (encounterId === visitId) theirs += 1
      else if (encounterId === undefined) unsaid += 1
    }
    return { theirs, unsaid }
  }, [observations, visitId, isOn])
  return (
    <div className="visit-filter">
      <label>
        <input
          type="checkbox"
          checked={box.isChecked}
          onChange={({ target: { checked: isChecked } }) => {
            setBox({ isOn, isChecked })
            onChange(isChecked)
          }}
        />{' '}
        {t('Only results of this visit')}
      </label>
      {counts && (
        <>
          <p>{formatShown(counts, observations.length)}</p>
          <button type="button" className="button-small" onClick={() => onChange(false)}>
            {t('Show all')}
          </button>
        </>
      )}
    </div>
  )
}
