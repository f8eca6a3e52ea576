import { createPortal } from 'react-dom'
import { formatFhirDate } from '../../../fhir/fhir-date.ts'
import { isQualifier } from '../../../observations/details.ts'
import { dateWarning } from '../../../observations/effective.ts'
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
import { valueLanguage } from '../value-language.ts'
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
        <Theirs>{facts.source === 'server' ? facts.issuer : facts.serverName}</Theirs>
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
            <PrintedResult key={one.id} observation={one} facts={facts} />
          ))}
        </tbody>
      </table>
    </div>,
    page,
  )
}

/** One result with all that changes how it is read, as the view and its detail have it (D5, D6, D8). */
function PrintedResult({
  observation,
  facts,
}: {
  readonly observation: Observation
  readonly facts: ExportFacts
}) {
  const { name, codings, language, status, focus, details = [], notes } = observation
  return (
    <tr>
      <td>
        <PrintedDate observation={observation} facts={facts} />
      </td>
      <th scope="row">
        <TestName name={name} codings={codings} language={language} />
        {focus !== undefined && (
          <>
            {' · '}
            {tx('About: {whom}', { whom: <Theirs lang={language}>{focus}</Theirs> })}
          </>
        )}
        {details.filter(isQualifier).map(({ label, text }) => (
          <p key={label}>
            {label}: <Theirs lang={language}>{text}</Theirs>
          </p>
        ))}
      </th>
      <td>
        <bdi lang={valueLanguage(observation, observation)}>
          {formatValue(observation, facts.received)}
        </bdi>
        {notes.map((note, index) => (
          <p key={index}>{tx('Note: {note}', { note: <Theirs lang={language}>{note}</Theirs> })}</p>
        ))}
      </td>
      <td>
        <bdi>{formatFlags(observation)}</bdi>
      </td>
      <td>
        <bdi>{formatRanges(observation)}</bdi>
      </td>
      <td>{formatStatus(status)}</td>
    </tr>
  )
}

function PrintedDate({
  observation: { effective, issued },
  facts: { madeAt, bornAt },
}: {
  readonly observation: Observation
  readonly facts: ExportFacts
}) {
  const warning = dateWarning(effective, madeAt, bornAt)
  return (
    <>
      {formatEffective(effective)}
      {effective.kind === 'not-recorded' && issued !== undefined && (
        <p>{t('Reported {date}', { date: formatFhirDate(issued) })}</p>
      )}
      {warning !== undefined && <p>{t('Check: {warning}', { warning })}</p>}
    </>
  )
}
