import { toText } from '../../fhir/json.ts'
import { t } from '../../language/t.ts'
import { formRequest } from '../form-request.ts'
import { readDocument } from '../sign-in-document.ts'
import { signInTimeoutMs, type Ask, type StrictAnswer } from '../strict-fetch.ts'
import type { CheckedServer } from './check-server.ts'
import { adviseOnFailure, explainFailure } from './explain-failure.ts'
import { advise, fault, unknown, well, type Finding } from './finding.ts'

const subject = 'token-endpoint'

/** Errors by which a server refuses the client rather than the code (RFC 6749 §5.2). */
const ofClient = ['invalid_client', 'unauthorized_client']

/** Errors that mean the request was understood and refused, as an invented one has to be. */
const ofRequest = ['invalid_grant', 'invalid_request', 'invalid_scope']

/**
 * Sends a token request with a code that no server gave, to see whether its refusal can be read from this origin: that
 * is what a sign-in fails of most, when everything before it went well. The request does no harm: it redeems nothing.
 * It is sent once for each client id that the server was configured with; what is the same for all is said once.
 *
 * With `isClientNamed: false` the client id is an invented one as well, and nothing is said of it.
 */
export async function checkTokenEndpoint(
  server: Pick<CheckedServer, 'standalone' | 'ehr' | 'redirectUri'>,
  tokenEndpoint: string,
  root: URL,
  { ask, isClientNamed }: { readonly ask: Ask; readonly isClientNamed: boolean },
): Promise<Finding[]> {
  const clientIds = [...new Set([server.standalone.clientId, server.ehr.clientId])]
  const found: { readonly clientId: string; readonly finding: Finding }[] = []
  for (const clientId of clientIds) {
    const form = new URLSearchParams({
      grant_type: 'authorization_code',
      code: 'chartside-check-no-real-code',
      redirect_uri: server.redirectUri,
      client_id: clientId,
      code_verifier: 'chartside-check-no-real-verifier-0123456789',
    })
    try {
      const answer = await ask(tokenEndpoint, formRequest(form), signInTimeoutMs)
      found.push({ clientId, finding: judge(answer, isClientNamed) })
    } catch (error) {
      const finding = fault(
        subject,
        t('{words} A sign-in fails of this at its end.', { words: explainFailure(error) }),
        adviseOnFailure(error, t('the token endpoint|which pages are to be let read'), root.origin),
      )
      return [finding]
    }
  }
  const [first] = found
  if (first === undefined || found.every(({ finding }) => finding.words === first.finding.words))
    return first === undefined ? [] : [first.finding]
  return found.map(({ clientId, finding }) => ({
    ...finding,
    words: t('Client id {clientId}: {words}', { clientId, words: finding.words }),
  }))
}

/** Says status and OAuth error code alone: what else stands in an answer of a token endpoint is shown nowhere (LOG-02). */
function judge({ ok, status, text }: StrictAnswer, isClientNamed: boolean): Finding {
  if (ok)
    return fault(
      subject,
      t('An invented code was answered with status {status}, as if it were good.', { status }),
      t('Look whether something else answers at this address, such as a page of a proxy.'),
    )
  if (status === 429)
    return unknown(
      subject,
      t('The answer can be read; for now the server wants fewer requests (429).'),
    )
  if (status === 404 || status === 405 || status >= 500)
    return fault(
      subject,
      t(
        'The answer can be read, but its status is {status}, which no token endpoint should give.',
        { status },
      ),
      t('Ask whoever runs the server; nobody can sign in while it is so.'),
    )
  return judgeError(toText(readDocument(text)?.['error']), status, isClientNamed)
}

function judgeError(error: string | undefined, status: number, isClientNamed: boolean): Finding {
  if (error === 'unsupported_grant_type')
    return fault(
      subject,
      t(
        'The answer can be read, and says that this server gives no tokens for a code (unsupported_grant_type), so nobody can sign in.',
      ),
      t('Ask the vendor to allow the authorization code grant, for this client too.'),
    )
  const isOfClient = error !== undefined && ofClient.includes(error)
  if (isOfClient && isClientNamed)
    return advise(
      subject,
      t('The answer can be read, and refuses the client id ({error}).', { error }),
      t(
        'Look whether the client id is that of this server, is registered as a public client, and has reached the server: new ones can take days.',
      ),
    )
  if (isOfClient || (error !== undefined && ofRequest.includes(error)))
    return well(
      subject,
      t(
        'The answer can be read, and refuses an invented code as it should (status {status}, {error}).',
        { status, error },
      ),
    )
  return unknown(
    subject,
    t(
      'The answer can be read, but names no OAuth error that is known (status {status}), so something other than the token endpoint may have refused.',
      { status },
    ),
    t(
      'Look whether a gateway or a firewall stands before it, and lets this app’s requests through.',
    ),
  )
}
