import { useMemo, useRef, useState } from 'react'
import { formatCount } from '../../language/format-count.ts'
import { t } from '../../language/t.ts'
import type { TrendName } from '../../observations/list-trends.ts'
import { useTestWords } from '../shared/test-name.tsx'

type Props = {
  /** The test whose trend this is, and the one it is compared with. */
  readonly seriesId: string
  readonly other: string | undefined
  /** Lists the tests of the record that have a trend; asked for only when there is something to choose. */
  readonly listTrends: () => readonly TrendName[]
  readonly onCompare: (seriesId: string | undefined) => void
}

/** A choice of the test to compare with; it is listed only once it is asked for. */
export function ComparePicker({ seriesId, other, listTrends, onCompare }: Props) {
  const [wantsChoice, setWantsChoice] = useState(false)
  // Each control stands in place of the other, so the focus has to be carried over.
  const carriesFocus = useRef(false)
  const takeFocus = (control: HTMLElement | null) => {
    if (control === null || !carriesFocus.current) return
    carriesFocus.current = false
    control.focus()
  }
  if (!wantsChoice && other === undefined)
    return (
      <button
        ref={takeFocus}
        type="button"
        className="button-small"
        onClick={() => {
          carriesFocus.current = true
          setWantsChoice(true)
        }}
      >
        {t('Compare with another test')}
      </button>
    )
  return (
    <div className="trend-compare">
      <Choice
        seriesId={seriesId}
        other={other}
        listTrends={listTrends}
        onCompare={onCompare}
        takeFocus={takeFocus}
      />
      <button
        type="button"
        className="button-small"
        onClick={() => {
          carriesFocus.current = true
          setWantsChoice(false)
          onCompare(undefined)
        }}
      >
        {other === undefined ? t('Cancel') : t('Stop comparing')}
      </button>
    </div>
  )
}

function Choice({
  seriesId,
  other,
  listTrends,
  onCompare,
  takeFocus,
}: Props & { readonly takeFocus: (control: HTMLElement | null) => void }) {
  const trends = useMemo(
    () => listTrends().filter(({ id }) => id !== seriesId),
    [listTrends, seriesId],
  )
  const isListed = other === undefined || trends.some(({ id }) => id === other)
  return (
    <label>
      {t('Compare with')}
      <select
        ref={takeFocus}
        value={other ?? ''}
        onChange={(event) => onCompare(event.target.value === '' ? undefined : event.target.value)}
      >
        <option value="">
          {trends.length === 0 ? t('No other test has a trend') : t('Choose a test')}
        </option>
        {!isListed && <option value={other}>{t('A test that is not loaded')}</option>}
        {trends.map((trend) => (
          <TrendOption key={trend.id} trend={trend} />
        ))}
      </select>
    </label>
  )
}

function TrendOption({ trend }: { readonly trend: TrendName }) {
  const words = useTestWords(trend)
  return (
    <option value={trend.id}>
      {words} ({formatCount(trend.count)})
    </option>
  )
}
