import { useMemo } from 'react'
import { isPending } from '../fhir/record-status.ts'
import { formatEffective } from '../observations/words.ts'
import { contextIdOf } from '../smart/fhir-context.ts'
import type { Session } from '../smart/session.ts'
import type { PointedResult } from '../views/record/opened-from.tsx'
import { resultsPath } from './paths.ts'
import type { RecordSnapshot } from './record-store.ts'

/**
 * The result that the EHR pointed to when it opened the app, if it did, in words (CTX-08): undefined while it may still
 * come.
 */
export function usePointedResult(
  { id: session, fhirContext }: Session,
  { observations, enteredInError, status }: RecordSnapshot,
): PointedResult | undefined {
  const id = contextIdOf(fhirContext, 'Observation')
  const result = useMemo(
    () => (id === undefined ? undefined : observations.find((one) => one.id === id)),
    [id, observations],
  )
  if (id === undefined) return undefined
  // Its detail; an id that is kept is a FHIR id.
  const href = `#${resultsPath(session)}?row=${id}`
  if (result) {
    const words = `${result.name}, ${formatEffective(result.effective)}`
    return { words, href, isInError: false }
  }
  const isInError = enteredInError.some((one) => one.id === id)
  if (!isInError && status.categories.some(isPending)) return undefined
  return { words: undefined, href, isInError }
}
