import { failureOf, type FhirFailure } from './fhir-error.ts'
import type { FhirRequest } from './fhir-request.ts'
import { noAbilities, readAbilities, type ServerAbilities } from './server-abilities.ts'
import { sleep } from './retry-while-busy.ts'

/** Asks a server what it can do. */
export type AbilitiesQuestion = {
  /** Asks, unless it is being asked, has answered, or failed to since {@link AbilitiesQuestion.allowAgain}. */
  ask(): void
  /**
   * Resolves when there is an answer, or none, to true; or to false after three seconds, as nothing waits longer for it.
   */
  soon(): Promise<boolean>
  /** What failed may be asked again; what is being asked will be, at once, should it fail. */
  allowAgain(): void
}

/** What it can do is nothing that the next load could find otherwise: the server says that it doesn't tell. */
const finalFailures: readonly FhirFailure[] = ['rejected', 'refused', 'redirected', 'confined']
const soonMs = 3_000

/**
 * Reads the CapabilityStatement (FHIR R4 http capabilities) at most once; what comes late is still heard.
 *
 * @param request reads `metadata` under the FHIR base
 * @param onFound called once, with what the server says; not where it says nothing
 */
export function createAbilitiesQuestion(
  request: FhirRequest,
  signal: AbortSignal,
  onFound: (abilities: ServerAbilities) => void,
): AbilitiesQuestion {
  let asking: Promise<void> | undefined
  let mayAsk = true
  let isWantedAgain = false

  async function read(): Promise<void> {
    try {
      const { body } = await request('metadata', signal)
      const abilities = readAbilities(body)
      if (!signal.aborted && abilities !== noAbilities) onFound(abilities)
    } catch (error) {
      if (finalFailures.includes(failureOf(error))) return
      asking = undefined
      if (isWantedAgain) allowAgain()
      if (mayAsk) ask()
    }
  }

  function allowAgain(): void {
    mayAsk = asking === undefined
    isWantedAgain = asking !== undefined
  }

  function ask(): void {
    if (!mayAsk || signal.aborted) return
    mayAsk = false
    asking = read()
  }

  return {
    ask,
    async soon() {
      ask()
      const wait = new AbortController()
      const late = sleep(soonMs, AbortSignal.any([signal, wait.signal])).then(
        () => false,
        () => false,
      )
      const isSettled = await Promise.race([Promise.resolve(asking).then(() => true), late])
      wait.abort()
      return isSettled
    },
    allowAgain,
  }
}
