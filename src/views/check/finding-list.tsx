import { verdictWords } from '../../smart/check/count-findings.ts'
import { subjectTitles, type Finding, type Verdict } from '../../smart/check/finding.ts'

/** A shape for each verdict, beside its word: nothing is said by colour alone. */
const shapes: Readonly<Record<Verdict, string>> = {
  fault: '✕',
  advice: '▲',
  unknown: '?',
  well: '✓',
}

/** Findings in the order they came. What a server wrote is shown as text, isolated and named as its own (XSS-05). */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <ul className="plain-list">
      {findings.map((finding, index) => (
        <li key={index} className="finding">
          <p className={`finding-verdict finding-${finding.verdict}`}>
            <span aria-hidden="true">{shapes[finding.verdict]}</span>{' '}
            {verdictWords[finding.verdict]}
          </p>
          <div>
            <h3>{subjectTitles[finding.subject]}</h3>
            <p>
              <bdi>{finding.words}</bdi>
            </p>
            {finding.quote !== undefined && (
              <p className="quiet">
                The server wrote: <bdi>{finding.quote}</bdi>
              </p>
            )}
            {'advice' in finding && finding.advice !== undefined && (
              <p>
                <strong>What to do:</strong> <bdi>{finding.advice}</bdi>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
