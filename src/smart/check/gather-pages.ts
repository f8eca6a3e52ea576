import { t, tn } from '../../language/t.ts'
import type { Finding } from './finding.ts'

/** What was found of one page of the site, the same subjects for each. */
export type PageFindings = { readonly name: string; readonly findings: readonly Finding[] }

/** Of hundreds of callback pages, as many are named as help to find the rule. */
const mostNamed = 5

/**
 * Puts together what was found of several pages: one finding where all agree, else those that are not well, each with
 * the pages it was found of, since hosts have rules for folders.
 */
export function gatherPages(pages: readonly PageFindings[]): Finding[] {
  const all = pages.flatMap(({ name, findings }) =>
    findings.map((finding) => ({ name, finding, key: JSON.stringify(finding) })),
  )
  const subjects = new Set(all.map(({ finding }) => finding.subject))
  return [...subjects].flatMap((subject) => {
    const found = all.filter(({ finding }) => finding.subject === subject)
    const kinds = new Set(found.map(({ key }) => key))
    const isAllWell = found.every(({ finding }) => finding.verdict === 'well')
    return [...kinds].flatMap((key) => {
      const same = found.filter((one) => one.key === key)
      const [first] = same
      if (first === undefined) return []
      const { finding } = first
      if (kinds.size === 1) return [finding]
      if (finding.verdict === 'well' && !isAllWell) return []
      return [
        {
          ...finding,
          words: sayOf(
            same.map(({ name }) => name),
            finding.words,
          ),
        },
      ]
    })
  })
}

function sayOf(all: readonly string[], words: string): string {
  const more = all.length - mostNamed
  const names = all.slice(0, mostNamed).join(', ')
  return more > 0
    ? tn(more, 'Of {names} and {n} more: {words}', 'Of {names} and {n} more: {words}', {
        names,
        words,
      })
    : t('Of {names}: {words}', { names, words })
}
