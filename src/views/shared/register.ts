import { createContext, useContext } from 'react'
import type { Coding } from '../../fhir/coding.ts'
import { t } from '../../language/t.ts'
import type { Observation } from '../../observations/observation.ts'
import { plainTestOf, type PlainTest } from '../../observations/plain-names/plain-test.ts'

/** For whom the same results are put into words. */
type Register = 'patient' | 'clinician'

/** A context, as every name on a page hangs on it; where nobody chose, nothing is added to the laboratory's words. */
export const RegisterContext = createContext<Register>('clinician')

/** The test in plain words, where the page speaks to a patient and the codes name one that is known. */
export function usePlainTest(codings: readonly Coding[]): PlainTest | undefined {
  return useContext(RegisterContext) === 'patient' ? plainTestOf(codings) : undefined
}

/** Gives what a result is called first, to sort by; the same function while the register stays. */
export function useShownName(): (observation: Observation) => string {
  return useContext(RegisterContext) === 'patient' ? plainName : ownName
}

const ownName = ({ name }: Observation) => name

function plainName({ name, codings }: Observation): string {
  const plain = plainTestOf(codings)
  return plain === undefined ? name : t(plain.name)
}
