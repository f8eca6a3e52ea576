import type { Finding } from '../../smart/check/finding.ts'

/** One thing that is being checked, and what was found so far. */
export type CheckPart = {
  readonly key: string
  readonly title: string
  readonly findings: readonly Finding[]
  readonly isDone: boolean
}
