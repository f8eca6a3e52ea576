import { toBaseUrl } from '../../fhir/base-url.ts'
import { t } from '../../language/t.ts'
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
      t('An invented token was answered with status {status}, as if it were good.', { status }),
      t('Look whether this server really guards its records; one for tests may not.'),
    )
  if (status === 401 || status === 403)
    return well(
      subject,
      t('The answer can be read, and refuses an invented token as it should (status {status}).', {
        status,
      }),
    )
  return unknown(
    subject,
    t('The answer can be read; whether the token was refused, its status ({status}) doesn’t say.', {
      status,
    }),
  )
}

function judgeFailure(error: unknown, origin: string): Finding {
  const words = explainFailure(error)
  const advice = adviseOnFailure(error, t('records|which pages are to be let read'), origin)
  switch (reasonOf(error)) {
    case 'preflight':
      return fault(
        subject,
        t('{words} No record can be read.', { words }),
        t(
          'Whoever runs the server has to change that: OPTIONS must be answered 2xx without a token, with Access-Control-Allow-Origin for {origin} and Access-Control-Allow-Headers with authorization.',
          { origin },
        ),
      )
    case 'cors':
      return advise(
        subject,
        t(
          '{words} It is only the refusal that was tried: records may well be readable, but an ended session will look like a lost network.',
          { words },
        ),
        t(
          'Whoever runs the server has to change that: refusals (401) must carry Access-Control-Allow-Origin for {origin} too.',
          { origin },
        ),
      )
    case 'policy':
    case 'network':
      return fault(subject, t('{words} No record can be read.', { words }), advice)
    case 'redirect':
      return fault(subject, t('{words} Most likely no record can be read.', { words }), advice)
    case undefined:
      return fault(
        subject,
        t(
          '{words} Most likely no record can be read; or only refusals can’t, and an ended session will look like a lost network.',
          { words },
        ),
        t(
          'If the capability statement could be read, what is missing is most likely the preflight: OPTIONS must be answered 2xx without a token, with Access-Control-Allow-Origin for {origin} and Access-Control-Allow-Headers with authorization; and refusals (401) must carry Access-Control-Allow-Origin for {origin} too. The command (npm run check-server) says which.',
          { origin },
        ),
      )
  }
}
