/**
 * How an id_token may be signed: asymmetric only, so that neither `none` nor an HMAC keyed by a public key passes
 * (IDT-05).
 */
export const signingAlgorithms: readonly string[] = ['RS256', 'RS384', 'ES256', 'ES384']
