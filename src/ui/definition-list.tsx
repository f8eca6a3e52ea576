import './definition-list.css'

/** Labels with what they stand for; a label may come more than once. Texts are shown as they are, isolated (XSS-05). */
export function DefinitionList({
  items,
}: {
  readonly items: readonly { readonly label: string; readonly text: string }[]
}) {
  return (
    <dl className="definitions">
      {items.map(({ label, text }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
