import { toText } from '../../fhir/json.ts'
import { formRequest } from '../form-request.ts'
import { readDocument } from '../sign-in-document.ts'
import { signInTimeoutMs, type Ask, type StrictAnswer } from '../strict-fetch.ts'
import type { CheckedServer } from './check-server.ts'
import { adviseOnFailure, explainFailure } from './explain-failure.ts'
import { advise, fault, toQuote, unknown, well, type Finding } from './finding.ts'

/** Errors by which a server refuses the client rather than the code (RFC 6749 §5.2). */
const ofClient = ['invalid_client', 'unauthorized_client']

/** Errors that mean the request was understood and refused, as an invented one has to be. */
const ofRequest = ['invalid_grant', 'invalid_request', 'unsupported_grant_type', 'invalid_scope']

/**
 * Sends a token request with a code that no server gave, to see whether its refusal can be read from this origin: that
 * is what a sign-in fails of most, when everything before it went well. The request does no harm: it redeems nothing.
 */
export async function checkTokenEndpoint(
  server: Pick<CheckedServer, 'standalone' | 'redirectUri' | 'isReady'>,
  tokenEndpoint: string,
  root: URL,
  ask: Ask,
): Promise<Finding> {
  const form = new URLSearchParams({
    grant_type: 'authorization_code',
    code: 'chartside-check-no-real-code',
    redirect_uri: server.redirectUri,
    client_id: server.standalone.clientId,
    code_verifier: 'chartside-check-no-real-verifier-0123456789',
  })
  try {
    const answer = await ask(tokenEndpoint, formRequest(form), signInTimeoutMs)
    return judge(answer, server.isReady)
  } catch (error) {
    return fault(
      'token-endpoint',
      `${explainFailure(error)} A sign-in fails of this at its end.`,
      adviseOnFailure(error, 'the token endpoint', root.origin),
    )
  }
}

function judge({ ok, status, text }: StrictAnswer, isReady: boolean): Finding {
  const subject = 'token-endpoint'
  if (ok)
    return fault(
      subject,
      `An invented code was answered with status ${status}, as if it were good.`,
      'Look whether something else answers at this address, such as a page of a proxy.',
    )
  if (status === 429)
    return unknown(
      subject,
      'The answer can be read; for now the server wants fewer requests (429).',
    )
  if (status === 404 || status === 405 || status >= 500)
    return fault(
      subject,
      `The answer can be read, but its status is ${status}, which no token endpoint should give.`,
      'Ask whoever runs the server; nobody can sign in while it is so.',
      toQuote(text),
    )
  const error = toText(readDocument(text)?.['error'])
  if (isReady && error !== undefined && ofClient.includes(error))
    return advise(
      subject,
      `The answer can be read, and refuses the client id (${error}).`,
      'Look whether the client id is that of this server, is registered as a public client, and has reached the server: new ones can take days.',
    )
  const code =
    error !== undefined && [...ofClient, ...ofRequest].includes(error) ? error : undefined
  return well(
    subject,
    `The answer can be read, and refuses an invented code as it should (status ${status}${code ? `, ${code}` : ''}).`,
  )
}
