import type { Finding, Verdict } from './finding.ts'

/** What each verdict is called; a shape stands beside it wherever it is shown. */
export const verdictWords: Readonly<Record<Verdict, string>> = {
  fault: 'Fault',
  advice: 'Advice',
  unknown: 'Not known',
  well: 'Well',
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
    fault > 0 ? `${fault} ${fault === 1 ? 'fault' : 'faults'}` : undefined,
    advice > 0 ? `${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice` : undefined,
    unknown > 0 ? `${unknown} not known` : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? 'all well' : parts.join(', ')
}
