import { useId } from 'react'
import { t } from '../../language/t.ts'
import type { FactGroup } from '../../smart/diagnostics.ts'
import { toSupportCode } from '../../smart/support-code.ts'
import { CopyText } from '../../ui/copy-text.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import './diagnostics-panel.css'

function Group({ title, facts }: FactGroup) {
  const id = useId()
  return (
    // Whoever helps may be elsewhere, and reads English.
    <section aria-labelledby={id} lang="en" dir="ltr">
      <h3 id={id}>{title}</h3>
      <DefinitionList items={facts.map(({ label, value }) => ({ label, text: value }))} />
    </section>
  )
}

/** How this session came about and what became of its record, for whoever helps; the same as a text to be copied. */
export function DiagnosticsPanel({ groups }: { readonly groups: readonly FactGroup[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="card diagnostics">
      <h2 id={id}>{t('About this connection')}</h2>
      <p className="prose quiet">
        {t(
          'For whoever looks into a problem: how the app is connected, and what the server allowed. It holds no password, no key and nothing of the record.',
        )}
      </p>
      <CopyText
        fieldName={t('Support code')}
        label={t('Copy support code')}
        text={toSupportCode(groups.flatMap(({ facts }) => facts))}
      />
      {groups.map((group) => (
        <Group key={group.title} {...group} />
      ))}
    </section>
  )
}
