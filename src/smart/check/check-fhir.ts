import { toBaseUrl } from '../../fhir/base-url.ts'
import { signInTimeoutMs, type Ask, type StrictAnswer } from '../strict-fetch.ts'
import { adviseOnFailure, explainFailure, reasonOf } from './explain-failure.ts'
import { advise, fault, unknown, well, type Finding } from './finding.ts'

const subject = 'fhir'

/**
 * Asks for a patient that doesn't exist with a token that nobody gave, to see whether the refusal can be read from this
 * origin. The Authorization header makes the browser ask the server first whether it may be sent (CORS preflight), which
 * nothing before a sign-in does.
 */
export async function checkFhir(iss: string, root: URL, ask: Ask): Promise<Finding> {
  const headers = {
    accept: 'application/fhir+json',
    authorization: 'Bearer chartside-check-no-real-token',
  }
  try {
    const address = `${toBaseUrl(iss)}Patient/chartside-check`
    return judge(await ask(address, { headers }, signInTimeoutMs))
  } catch (error) {
    return judgeFailure(error, root.origin)
  }
}

/** A token is refused with 401, or 403 where a gateway does it (RFC 6750 §3.1); all else may have other reasons. */
function judge({ ok, status }: StrictAnswer): Finding {
  if (ok)
    return advise(
      subject,
      `An invented token was answered with status ${status}, as if it were good.`,
      'Look whether this server really guards its records; one for tests may not.',
    )
  if (status === 401 || status === 403)
    return well(
      subject,
      `The answer can be read, and refuses an invented token as it should (status ${status}).`,
    )
  return unknown(
    subject,
    `The answer can be read; whether the token was refused, its status (${status}) doesn’t say.`,
  )
}

const sessionCost = 'an ended session will look like a lost network'

function judgeFailure(error: unknown, origin: string): Finding {
  const words = explainFailure(error)
  const advice = adviseOnFailure(error, 'records', origin)
  const onRefusals = `refusals (401) must carry Access-Control-Allow-Origin for ${origin} too.`
  const onPreflight = `OPTIONS must be answered 2xx without a token, with Access-Control-Allow-Origin for ${origin} and Access-Control-Allow-Headers with authorization`
  switch (reasonOf(error)) {
    case 'preflight':
      return fault(
        subject,
        `${words} No record can be read.`,
        `Whoever runs the server has to change that: ${onPreflight}.`,
      )
    case 'cors':
      return advise(
        subject,
        `${words} It is only the refusal that was tried: records may well be readable, but ${sessionCost}.`,
        `Whoever runs the server has to change that: ${onRefusals}`,
      )
    case 'policy':
    case 'network':
      return fault(subject, `${words} No record can be read.`, advice)
    case 'redirect':
      return fault(subject, `${words} Most likely no record can be read.`, advice)
    case undefined:
      return fault(
        subject,
        `${words} Most likely no record can be read; or only refusals can’t, and ${sessionCost}.`,
        `If the capability statement could be read, what is missing is most likely the preflight: ${onPreflight}; and ${onRefusals} The command (npm run check-server) says which.`,
      )
  }
}
