import type { Key } from '../../language/catalogue.ts'
import { key, t, tn } from '../../language/t.ts'
import type { Finding, Verdict } from './finding.ts'

/** What each verdict is called; a shape stands beside it wherever it is shown. */
export const verdictWords: Readonly<Record<Verdict, Key>> = {
  fault: key('Fault'),
  advice: key('Advice'),
  unknown: key('Not known'),
  well: key('Well|of a check: it is as it should be'),
}

/** Counts findings by their verdict. */
export function countFindings(findings: readonly Finding[]): Readonly<Record<Verdict, number>> {
  const counts = { fault: 0, advice: 0, unknown: 0, well: 0 }
  for (const { verdict } of findings) counts[verdict] += 1
  return counts
}

/** Says in one line what there is to do: "2 faults, 1 piece of advice"; "all well" where there is nothing. */
export function summarize(findings: readonly Finding[]): string {
  const { fault, advice, unknown } = countFindings(findings)
  const parts = [
    fault > 0 ? tn(fault, '{n} fault', '{n} faults') : undefined,
    advice > 0 ? tn(advice, '{n} piece of advice', '{n} pieces of advice') : undefined,
    unknown > 0 ? tn(unknown, '{n} not known', '{n} not known') : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? t('all well') : parts.join(', ')
}
