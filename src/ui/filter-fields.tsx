import { t } from '../language/t.ts'

/** One entry of a list to choose from. */
export type Choice = readonly [value: string, label: string]

/** A list to choose one entry from, under its label; `onChange` gets the value of the entry chosen. */
export function SelectField({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A field to search by name or code as one types. */
export function SearchField({
  label,
  text,
  onText,
}: {
  readonly label: string
  readonly text: string
  readonly onText: (text: string) => void
}) {
  return (
    <label>
      {label}
      <input
        type="search"
        value={text}
        placeholder={t('Name or code')}
        autoComplete="off"
        onChange={(event) => onText(event.target.value)}
      />
    </label>
  )
}

/** The first and the last day of a stretch of time, `YYYY-MM-DD`, empty for none; `onDay` gets what is typed. */
export function DayFields({
  from,
  to,
  onDay,
}: {
  readonly from: string
  readonly to: string
  readonly onDay: (name: 'from' | 'to', day: string) => void
}) {
  return (
    <>
      <label>
        {t('From|the first day')}
        <input type="date" value={from} onChange={(event) => onDay('from', event.target.value)} />
      </label>
      <label>
        {t('To|the last day')}
        <input type="date" value={to} onChange={(event) => onDay('to', event.target.value)} />
      </label>
    </>
  )
}
