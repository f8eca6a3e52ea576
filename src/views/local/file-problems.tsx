import { formatList } from '../../language/format-list.ts'
import { t, tn } from '../../language/t.ts'
import type { FileFault } from '../../local-record/file-kind.ts'
import { Message } from '../../ui/message.tsx'
import { formatFault } from './file-words.ts'

/** Why no record could be opened from files. */
export type FileProblem =
  | { readonly kind: 'fault'; readonly name: string; readonly fault: FileFault }
  /** There are results, but of nobody. */
  | { readonly kind: 'nobodys'; readonly count: number }
  /** Different people stand under one id. */
  | { readonly kind: 'mixed'; readonly names: readonly string[] }

/** Says of each file why it can't be shown, and what to do. */
export function FileProblems({ problems }: { readonly problems: readonly FileProblem[] }) {
  return (
    <Message
      kind="problem"
      title={tn(problems.length, 'This can’t be opened', 'None of these can be opened')}
    >
      <ul className="plain-list">
        {problems.map((problem) => (
          <li key={problem.kind === 'fault' ? problem.name : problem.kind}>{wordsOf(problem)}</li>
        ))}
      </ul>
    </Message>
  )
}

function wordsOf(problem: FileProblem) {
  switch (problem.kind) {
    case 'fault':
      return (
        <>
          <p>
            <bdi lang="">{problem.name}</bdi>
          </p>
          <p>{formatFault(problem.fault)}</p>
        </>
      )
    case 'nobodys':
      return tn(
        problem.count,
        '{n} result was found, but it does not say whose it is, and nothing is shown of it. Export it together with its Patient.',
        '{n} results were found, but they do not say whose they are, and nothing is shown of them. Export them together with their Patient.',
      )
    case 'mixed':
      return t(
        '{names}: there may be different people under the same id here, so their results can’t be told apart. Open one file at a time, or export one person at a time.',
        { names: formatList(problem.names) },
      )
  }
}
