import { toText, type JsonObject } from '../fhir/json.ts'
import { readErrorUri } from './error-uri.ts'
import { formRequest } from './form-request.ts'
import { readDocument } from './sign-in-document.ts'
import { SmartError } from './smart-error.ts'
import { askStrictly, signInTimeoutMs } from './strict-fetch.ts'
import { readTokenResponse, type TokenResponse } from './token-response.ts'

/**
 * Sends a token request once (CB-07), as a form, without credentials (TOK-01, TOK-02), and gives the parts of the
 * token response that the app reads, checked (TOK-06).
 *
 * @throws {SmartError} `token-unreachable`, `token-refused` or `token-unusable`
 */
export async function requestToken(
  url: string,
  body: BodyInit | null | undefined,
): Promise<TokenResponse> {
  const host = new URL(url).host
  const { ok, status, text } = await askStrictly(url, formRequest(body), signInTimeoutMs).catch(
    (cause: unknown) => {
      throw new SmartError('token-unreachable', { host }, { cause })
    },
  )
  const json = readDocument(text)
  if (!ok) throw refused(host, status, json)
  return readTokenResponse(json, host)
}

/** RFC 6749 §5.2, tolerant of what servers really send: HTML, nothing, `error_description: null` (ERR-04). */
function refused(host: string, status: number, error: JsonObject | undefined): SmartError {
  return new SmartError('token-refused', {
    host,
    status,
    code: toText(error?.['error'])?.slice(0, 60),
    serverText: toText(error?.['error_description'])?.slice(0, 300),
    errorUri: readErrorUri(error?.['error_uri']),
  })
}
