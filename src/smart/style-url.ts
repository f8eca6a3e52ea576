import { isSecure, parseUrl } from '../config/secure-url.ts'

/** The addresses of the server that a style is given by. */
type OwnAddresses = {
  readonly iss: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
}

/**
 * Checks `smart_style_url` (CTX-05): secure, and of an origin that this sign-in has to do with anyway, so that a style
 * never tells anybody else of a launch. Undefined for anything else.
 */
export function chooseStyleUrl(
  text: string | undefined,
  { iss, authorizationEndpoint, tokenEndpoint }: OwnAddresses,
  appRoot: URL,
): string | undefined {
  const url = text === undefined || text.length > 2_000 ? undefined : parseUrl(text)
  if (!url || !isSecure(url, appRoot) || url.username !== '' || url.password !== '')
    return undefined
  const own = [iss, authorizationEndpoint, tokenEndpoint].map((one) => parseUrl(one)?.origin)
  return own.includes(url.origin) ? url.href : undefined
}
