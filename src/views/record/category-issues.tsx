import type { OutcomeIssue } from '../../fhir/operation-outcome.ts'
import type { CategoryStatus } from '../../fhir/record-status.ts'
import { t } from '../../language/t.ts'
import { tx } from '../../ui/tx.tsx'

/** The server's own words about a failure, as text; diagnostics only on demand, as they may name identifiers (LOG-04). */
function Issues({ issues }: { readonly issues: readonly OutcomeIssue[] }) {
  const texts = issues.map(({ text }) => text).filter((text) => text !== undefined)
  const diagnostics = issues.map((issue) => issue.diagnostics).filter((text) => text !== undefined)
  return (
    <>
      {[...new Set(texts)].map((text) => (
        <p key={text} className="quiet">
          {tx("The hospital's server says: {words}", {
            words: (
              <bdi lang="" className="as-written">
                {text}
              </bdi>
            ),
          })}
        </p>
      ))}
      {diagnostics.length > 0 && (
        <details>
          <summary>{t('Details for support')}</summary>
          {[...new Set(diagnostics)].map((text) => (
            <p key={text} className="quiet">
              <bdi lang="" className="as-written">
                {text}
              </bdi>
            </p>
          ))}
        </details>
      )}
    </>
  )
}

/** What the server said of the failure of one category; nothing when it said nothing. */
export function CategoryIssues({
  status: { category, state },
}: {
  readonly status: CategoryStatus
}) {
  const issues = 'issues' in state ? state.issues : []
  if (issues.length === 0) return null
  return (
    <li>
      <strong>{category.title}</strong>
      <Issues issues={issues} />
    </li>
  )
}
