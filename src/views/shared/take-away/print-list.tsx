import { createPortal } from 'react-dom'
import type { ExportFacts } from '../../../observations/export/export-facts.ts'
import type { Observation } from '../../../observations/observation.ts'
import {
  formatEffective,
  formatFlags,
  formatRanges,
  formatStatus,
  formatValue,
} from '../../../observations/words.ts'
import { t } from '../../../language/t.ts'
import { formatMoment } from '../../../ui/format-moment.ts'
import { Theirs } from '../../../ui/theirs.tsx'
import { tx } from '../../../ui/tx.tsx'
import { TestName } from '../test-name.tsx'
import './print-list.css'

/**
 * Results as a plain table for paper, all of them, in place of the view, of which only what is in sight may be in the
 * document; with what was chosen, and what was missing (PAT-07). The patient stands above each page (CTX-04).
 */
export function PrintList({
  observations,
  facts,
}: {
  readonly observations: readonly Observation[]
  readonly facts: ExportFacts
}) {
  const page = document.querySelector('main')
  if (page === null) return null
  const headings = [t('Date'), t('Test'), t('Value'), t('Flag'), t('Reference range'), t('Status')]
  return createPortal(
    <div className="print-list">
      <h1>{t('Results')}</h1>
      <p>{facts.selection.join(' · ')}</p>
      <p>
        {t('Printed {moment}', { moment: formatMoment(facts.madeAt) })}
        {' · '}
        <Theirs>{facts.issuer}</Theirs>
      </p>
      <ul>
        {facts.completeness.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {observations.map((one) => (
            <PrintedResult key={one.id} observation={one} />
          ))}
        </tbody>
      </table>
    </div>,
    page,
  )
}

function PrintedResult({ observation }: { readonly observation: Observation }) {
  const { name, codings, language, effective, status, focus } = observation
  return (
    <tr>
      <td>{formatEffective(effective)}</td>
      <th scope="row">
        <TestName name={name} codings={codings} language={language} />
        {focus !== undefined && (
          <>
            {' · '}
            {tx('About: {whom}', { whom: <Theirs lang={language}>{focus}</Theirs> })}
          </>
        )}
      </th>
      <td>
        <Theirs lang={language}>{formatValue(observation)}</Theirs>
      </td>
      <td>
        <Theirs lang={language}>{formatFlags(observation)}</Theirs>
      </td>
      <td>
        <Theirs lang={language}>{formatRanges(observation)}</Theirs>
      </td>
      <td>{formatStatus(status)}</td>
    </tr>
  )
}
