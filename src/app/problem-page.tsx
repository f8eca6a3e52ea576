import { useState } from 'react'
import { ConfigError } from '../config/load-config.ts'
import { isFramed } from '../smart/frame.ts'
import { isSmartError } from '../smart/smart-error.ts'
import { describeEnvironment, toSupportCode } from '../smart/support-code.ts'
import { ProblemView } from '../views/problem/problem-view.tsx'
import { toCheckHref } from './check-path.ts'
import { readEnvironment } from './environment.ts'
import { PageTools } from './page-tools.tsx'
import { sayProblem, serverWords, toProblem } from './problems.ts'
import type { SignInAgain } from './use-sign-in-again.ts'

type Props = {
  readonly error: unknown
  readonly root: URL
  /** Where the same person may go on by signing in again. */
  readonly again?: SignInAgain | undefined
}

/** A page that holds nothing but what went wrong. The text for support leaves out what the server said in its own words. */
export function ProblemPage({ error, root, again }: Props) {
  const [environment] = useState(readEnvironment)
  const problem = toProblem(error)
  const details = (problem.details ?? []).filter(({ label }) => !serverWords.includes(label))
  const supportCode = toSupportCode([
    { label: 'Problem', value: problem.title },
    ...details,
    ...describeEnvironment(environment),
  ])
  return (
    <div className="page-frame">
      <PageTools root={root} />
      <ProblemView
        problem={sayProblem(problem)}
        homeHref={root.href}
        newWindowHref={needsOwnWindow(error) ? location.href : undefined}
        again={again?.begin && { onBegin: again.begin, isBusy: again.isBusy }}
        supportCode={supportCode}
        checkHref={error instanceof ConfigError ? toCheckHref(root) : undefined}
      />
    </div>
  )
}

/** What a frame keeps from working may work outside it; a launch that failed so is unused yet (EMB-04, EMB-10). */
function needsOwnWindow(error: unknown): boolean {
  return (
    isSmartError(error) &&
    (error.failure === 'storage-blocked' || error.failure === 'framed-sign-in') &&
    isFramed()
  )
}
