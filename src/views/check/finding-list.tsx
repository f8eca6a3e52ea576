import { t } from '../../language/t.ts'
import { verdictWords } from '../../smart/check/count-findings.ts'
import { subjectTitles, type Finding, type Verdict } from '../../smart/check/finding.ts'
import { tx } from '../../ui/tx.tsx'

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
            {t(verdictWords[finding.verdict])}
          </p>
          <div>
            <h3>{t(subjectTitles[finding.subject])}</h3>
            <p>
              {/* What is wrong with config.json was said before the language was chosen, which the file has a word in. */}
              <bdi lang={finding.subject === 'config' ? 'en' : undefined}>{finding.words}</bdi>
            </p>
            {finding.quote !== undefined && (
              <p className="quiet">
                {tx('The server wrote: {quote}', { quote: <bdi lang="">{finding.quote}</bdi> })}
              </p>
            )}
            {'advice' in finding && finding.advice !== undefined && (
              <p>
                <strong>{t('What to do:')}</strong> <bdi>{finding.advice}</bdi>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
