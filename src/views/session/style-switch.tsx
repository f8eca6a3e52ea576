import { t } from '../../language/t.ts'

/** Switches the look that the hospital's own system gave on or off: colours, and in dark and high contrast fonts and sizes alone. */
export function StyleSwitch({
  isOn,
  onChange,
}: {
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}) {
  return (
    <label className="quiet">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />{' '}
      {t('Use the hospital’s style')}
    </label>
  )
}
