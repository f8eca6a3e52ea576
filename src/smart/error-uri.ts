import { parseUrl } from '../config/secure-url.ts'
import { toText } from '../fhir/json.ts'

const longest = 500

/**
 * Reads `error_uri`, which some servers send in place of words (RFC 6749 §4.1.2.1, §5.2): an https address of limited
 * length, for people to read and never for the app to open (ERR-02). Undefined for anything else.
 */
export function readErrorUri(json: unknown): string | undefined {
  const url = parseUrl(toText(json) ?? '')
  return url?.protocol === 'https:' && url.username === '' && url.password === ''
    ? url.href.slice(0, longest)
    : undefined
}
