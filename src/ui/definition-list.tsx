import './definition-list.css'

/**
 * Labels with what they stand for; a label may come more than once. Texts are shown as they are, isolated (XSS-05); `lang`
 * says in which language a text is written that isn't the app's own, empty where nobody knows.
 */
export function DefinitionList({
  items,
}: {
  readonly items: readonly {
    readonly label: string
    readonly text: string
    readonly lang?: string | undefined
  }[]
}) {
  return (
    <dl className="definitions">
      {items.map(({ label, text, lang }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>
            <bdi lang={lang}>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
