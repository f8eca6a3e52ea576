import { createContext, useContext, useMemo } from 'react'
import type { Coding } from '../../fhir/coding.ts'
import { t } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import type { PlainTest } from '../../observations/plain-names/plain-test.ts'
import { codeFrom } from '../../ui/code-from.ts'

/** For whom the same results are put into words. */
type Register = 'patient' | 'clinician'

/** A context, as every name on a page hangs on it; where nobody chose, nothing is added to the laboratory's words. */
export const RegisterContext = createContext<Register>('clinician')

// Where the page speaks to a clinician, there is no use for the table of names.
const [usePlainCode, preloadPlainNames] = codeFrom(
  () => import('../../observations/plain-names/plain-test.ts'),
)

/** Fetches the plain names before there is a result to call by one. */
export { preloadPlainNames }

/** Finds a test by its codes where the page speaks to a patient, and waits for the names; undefined where it doesn't. */
function useFindPlain(): ((codings: readonly Coding[]) => PlainTest | undefined) | undefined {
  const isPlain = useContext(RegisterContext) === 'patient'
  const code = usePlainCode(isPlain)
  return isPlain ? code?.plainTestOf : undefined
}

/** The test in plain words, where the page speaks to a patient and the codes name one that is known. */
export function usePlainTest(codings: readonly Coding[]): PlainTest | undefined {
  return useFindPlain()?.(codings)
}

/** Gives what a result is called first, to sort by; the same function while the register stays. */
export function useShownName(): (observation: Observation) => string {
  const find = useFindPlain()
  return useMemo(
    () =>
      ({ name, codings }) => {
        const plain = find?.(codings)
        return plain === undefined ? name : t(plain.name)
      },
    [find],
  )
}
