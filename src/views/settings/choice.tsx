import { useId } from 'react'

/** One of a few, as radio buttons: all can be seen, and the arrow keys go through them. `undefined` is a choice too. */
export function Choice<T extends string>({
  legend,
  options,
  chosen,
  onChoose,
}: {
  readonly legend: string
  readonly options: readonly { readonly value: T | undefined; readonly words: string }[]
  readonly chosen: T | undefined
  readonly onChoose: (value: T | undefined) => void
}) {
  const name = useId()
  return (
    <fieldset className="settings-choice">
      <legend>{legend}</legend>
      {options.map(({ value, words }) => (
        <label key={value ?? ''}>
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  )
}
