import { toBaseUrl } from '../../fhir/base-url.ts'
import { signInTimeoutMs, type Ask } from '../strict-fetch.ts'
import { adviseOnFailure, explainFailure, UnansweredError } from './explain-failure.ts'
import { advise, fault, unknown, well, type Finding } from './finding.ts'

/**
 * Asks for a patient that doesn't exist with a token that nobody gave, to see whether the refusal can be read from this
 * origin. The Authorization header makes the browser ask the server first whether it may be sent (CORS preflight), which
 * nothing before a sign-in does.
 */
export async function checkFhir(iss: string, root: URL, ask: Ask): Promise<Finding> {
  const subject = 'fhir'
  const headers = {
    accept: 'application/fhir+json',
    authorization: 'Bearer chartside-check-no-real-token',
  }
  try {
    const { ok, status } = await ask(
      `${toBaseUrl(iss)}Patient/chartside-check`,
      { headers },
      signInTimeoutMs,
    )
    if (ok)
      return advise(
        subject,
        `An invented token was answered with status ${status}, as if it were good.`,
        'Look whether this server really guards its records; one for tests may not.',
      )
    if (status === 429 || status >= 500)
      return unknown(subject, `The answer can be read, but its status is ${status}.`)
    return well(
      subject,
      `The answer can be read, and refuses an invented token as it should (status ${status}).`,
    )
  } catch (error) {
    return fault(
      subject,
      `${explainFailure(error)} No record can be read.`,
      adviseOnPreflight(error, root.origin),
    )
  }
}

function adviseOnPreflight(error: unknown, origin: string): string {
  if (error instanceof UnansweredError && error.reason !== 'cors')
    return adviseOnFailure(error, 'records', origin)
  return `If the capability statement could be read, what is missing is most likely the preflight: OPTIONS must be answered 2xx without a token, with Access-Control-Allow-Origin for ${origin} and Access-Control-Allow-Headers with authorization; and refusals (401) must carry Access-Control-Allow-Origin too.`
}
