import { useId, useState } from 'react'
import { tn } from '../../language/t.ts'
import type { LabelledText } from '../../patient/patient.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { notGivenWords } from './words.ts'

/**
 * A part that stays closed until asked for, as others may see the screen (D9): until then its content isn't in the page,
 * so that neither print nor a search of the page shows it. It is closed again after the page was left.
 */
export function ClosedPart({
  title,
  items,
  lang,
}: {
  readonly title: string
  readonly items: readonly LabelledText[]
  /** Of the texts; empty where it isn't known. */
  readonly lang: string
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  if (items.length === 0) {
    return (
      <section className="card" aria-label={title}>
        <h2>{title}</h2>
        <p className="quiet">{notGivenWords()}</p>
      </section>
    )
  }
  return (
    <section className="card" aria-label={title}>
      <h2>
        <button
          type="button"
          className="patient-view-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="patient-view-mark" aria-hidden="true" />
          <span>
            {title} <span className="quiet">{tn(items.length, '{n} entry', '{n} entries')}</span>
          </span>
        </button>
        <span className="print-only">{title}</span>
      </h2>
      {isOpen ? (
        <div id={id}>
          <DefinitionList items={items.map((item) => ({ ...item, lang }))} />
        </div>
      ) : (
        <p className="print-only">
          {tn(
            items.length,
            '{n} entry, closed on the screen and so not printed.',
            '{n} entries, closed on the screen and so not printed.',
          )}
        </p>
      )}
    </section>
  )
}
