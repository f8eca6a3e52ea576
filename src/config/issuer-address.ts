/**
 * The form in which two FHIR base addresses are compared (ISS-01): scheme and host without case, the default port as
 * none, the path to the letter but for one trailing slash. Undefined for anything but a plain address: a query, a
 * fragment, a user name, white space, dot segments or escaped delimiters are refused rather than normalised away.
 */
export function canonicalIssuer(iss: string): string | undefined {
  const match = /^(https?:)\/\/([^/?#@\\\s]+)(\/[^?#\\\s]*)?$/i.exec(iss)
  if (!match || !URL.canParse(iss)) return undefined
  const path = match[3] ?? ''
  if (/%2f|%5c|%2e|\/\.{1,2}(?:\/|$)/i.test(path)) return undefined
  return new URL(iss).origin + path.replace(/\/$/, '')
}
