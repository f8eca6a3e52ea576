import { ProblemView } from '../views/problem/problem-view.tsx'
import { toProblem } from './problems.ts'

/** A page that holds nothing but what went wrong. */
export function ProblemPage({ error, root }: { error: unknown; root: URL }) {
  return (
    <div className="page-frame">
      <ProblemView problem={toProblem(error)} homeHref={root.href} />
    </div>
  )
}
