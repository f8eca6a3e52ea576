import { useState } from 'react'
import { describeEnvironment, toSupportCode } from '../smart/support-code.ts'
import { ProblemView } from '../views/problem/problem-view.tsx'
import { readEnvironment } from './environment.ts'
import { serverWords, toProblem } from './problems.ts'

/** A page that holds nothing but what went wrong. The text for support leaves out what the server said in its own words. */
export function ProblemPage({ error, root }: { error: unknown; root: URL }) {
  const [environment] = useState(readEnvironment)
  const problem = toProblem(error)
  const details = (problem.details ?? []).filter(({ label }) => label !== serverWords)
  const supportCode = toSupportCode([
    { label: 'Problem', value: problem.title },
    ...details,
    ...describeEnvironment(environment),
  ])
  return (
    <div className="page-frame">
      <ProblemView problem={problem} homeHref={root.href} supportCode={supportCode} />
    </div>
  )
}
