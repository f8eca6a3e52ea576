import { t } from '../../language/t.ts'
import { summarize, verdictWords } from './count-findings.ts'
import { subjectTitles, type Finding } from './finding.ts'

/** Findings that belong together, under the name of what was looked at. */
export type ReportPart = { readonly title: string; readonly findings: readonly Finding[] }

/** Writes one finding as lines of plain text. What a server wrote stays on its own line, whatever it holds. */
export function writeFinding(finding: Finding): string[] {
  const { subject, verdict, words, quote } = finding
  const advice = 'advice' in finding ? finding.advice : undefined
  return [
    `[${t(verdictWords[verdict])}] ${t(subjectTitles[subject])}: ${toLine(words)}`,
    ...(quote === undefined
      ? []
      : [`    ${t('The server wrote: {quote}', { quote: toLine(quote) })}`]),
    ...(advice === undefined ? [] : [`    ${t('What to do:')} ${toLine(advice)}`]),
  ]
}

/**
 * Writes findings as plain text, to be sent to whoever helps. It holds addresses, scopes and what is public anyway; no
 * secret, since the checks have none.
 */
export function writeReport(title: string, parts: readonly ReportPart[]): string {
  const lines = parts.flatMap((part) => [
    '',
    `${toLine(part.title)}: ${summarize(part.findings)}`,
    ...part.findings.flatMap(writeFinding),
  ])
  return [toLine(title), ...lines].join('\n')
}

/** No text may pass for a line of its own. */
const toLine = (text: string) => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
