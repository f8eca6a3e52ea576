import { useId, useState } from 'react'
import type { LabelledText } from '../../patient/patient.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { NOT_GIVEN } from './words.ts'

/**
 * A part that stays closed until asked for, as others may see the screen (D9): until then its content isn't in the page,
 * so that neither print nor a search of the page shows it. It is closed again after the page was left.
 */
export function ClosedPart({
  title,
  items,
}: {
  readonly title: string
  readonly items: readonly LabelledText[]
}) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const count = items.length === 1 ? '1 entry' : `${items.length} entries`
  if (items.length === 0) {
    return (
      <section className="card" aria-label={title}>
        <h2>{title}</h2>
        <p className="quiet">{NOT_GIVEN}</p>
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
            {title} <span className="quiet">{count}</span>
          </span>
        </button>
        <span className="print-only">{title}</span>
      </h2>
      {isOpen ? (
        <div id={id}>
          <DefinitionList items={items} />
        </div>
      ) : (
        <p className="print-only">{count}, closed on the screen and so not printed.</p>
      )}
    </section>
  )
}
