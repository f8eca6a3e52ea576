/** A fault in one line: its ids in the fault catalogue (vendor notes B6), joined by commas, and what it does. */
export type FaultEntry = { readonly id: string; readonly does: string }
/** A group of faults by name; the name is what the control API takes. */
export type FaultTable = Readonly<Record<string, FaultEntry>>

/** Faults of `.well-known/smart-configuration`, and of the `openid-configuration` beside it. */
export const discoveryFaults = {
  'not-found': { id: 'F-D1', does: 'Discovery answers 404.' },
  'relative-endpoints': {
    id: 'F-D2',
    does: 'Discovery gives its addresses relative to the FHIR base.',
  },
  'http-endpoint': {
    id: 'F-D3',
    does: 'Discovery sends sign-in to a plain http address elsewhere.',
  },
  'foreign-token-endpoint': { id: 'F-D4', does: 'The token endpoint is on another origin.' },
  'without-s256': { id: 'F-D5', does: 'Discovery lists no PKCE method.' },
  'plain-only': { id: 'F-D6', does: 'Discovery lists PKCE method plain only.' },
  html: { id: 'F-D7', does: 'Discovery answers 200 with an HTML page.' },
  'without-cors': { id: 'F-D8', does: 'Discovery has no CORS header.' },
  hang: { id: 'F-D9', does: 'Discovery never answers.' },
  'xml-without-accept': { id: 'F-D10', does: 'Discovery answers XML unless JSON is asked for.' },
  'foreign-redirect': { id: 'F-D11', does: 'Discovery redirects to another origin.' },
  'without-issuer': { id: 'F-D12', does: 'Discovery names neither issuer nor keys.' },
  'other-issuer': { id: 'F-I12', does: 'Discovery names another issuer than the id_token.' },
  'other-openid-issuer': {
    id: 'F-I12',
    does: 'Discovery names neither issuer nor keys, and openid-configuration another issuer than the id_token.',
  },
} as const satisfies FaultTable

/** Faults of the authorization response. */
export const authorizeFaults = {
  'wrong-state': { id: 'F-A1', does: 'The callback carries another state.' },
  'without-state': { id: 'F-A2', does: 'The callback carries no state.' },
  'access-denied': { id: 'F-A3', does: 'The callback says access_denied.' },
  'error-page': {
    id: 'F-A4',
    does: 'Authorization ends on an HTML page here; nothing comes back.',
  },
  'wrong-iss': { id: 'F-A5', does: 'The callback names another issuer in iss.' },
  'without-iss': { id: 'F-A5', does: 'The callback carries no iss, though it may be promised.' },
  'hostile-code': { id: 'F-A6', does: 'The code is 2 kB long and full of + / = & % and spaces.' },
  'hostile-description': {
    id: 'F-A8',
    does: 'The callback carries an error whose description is long, with markup and bidi characters.',
  },
  'unframable-page': {
    id: 'F-A9',
    does: 'Before the callback comes a page that no frame may show (X-Frame-Options DENY).',
  },
  hang: { id: 'F-A10', does: 'The authorization endpoint never answers.' },
  'launch-used': { id: 'F-A11', does: 'The launch is refused as used before.' },
  'without-code': { id: 'F-A12', does: 'The callback carries neither code nor error.' },
  'code-and-error': { id: 'F-A13', does: 'The callback carries both a code and an error.' },
  'duplicate-state': { id: 'F-A14', does: 'The callback carries state twice.' },
  'duplicate-code': { id: 'F-A14', does: 'The callback carries two codes.' },
  'query-limit': {
    id: 'F-A15',
    does: 'Launches are 2 kB long, and a query longer than that is answered 404 with an HTML page; POST gets through.',
  },
} as const satisfies FaultTable

/** Faults of the token response; several can be on at once. */
export const tokenFaults = {
  'invalid-grant': { id: 'F-T1', does: 'The code is refused; error_description is null.' },
  'expires-in-text': { id: 'F-T2', does: 'expires_in is the text "3600".' },
  'expires-in-missing': { id: 'F-T3', does: 'expires_in is missing.' },
  'scope-empty': { id: 'F-T5', does: 'scope is empty.' },
  'scope-missing': { id: 'F-T6', does: 'scope is missing.' },
  'type-upper-case': { id: 'F-T7', does: 'token_type is "BEARER".' },
  'type-lower-case': { id: 'F-T7', does: 'token_type is "bearer".' },
  'type-dpop': { id: 'F-T7', does: 'token_type is "DPoP".' },
  'type-missing': { id: 'F-T7', does: 'token_type is missing.' },
  'patient-missing': { id: 'F-T8', does: 'patient is missing.' },
  'banner-text': { id: 'F-T9', does: 'need_patient_banner is the text "false".' },
  'banner-missing': { id: 'F-T9', does: 'need_patient_banner is missing.' },
  'context-texts': { id: 'F-T10', does: 'fhirContext is a list of texts, as in SMART 2.0.' },
  'context-objects': {
    id: 'F-T10',
    does: 'fhirContext is a list of objects: with and without role, with roles nobody knows.',
  },
  'context-odd': { id: 'F-T10', does: 'fhirContext holds what it may not: numbers, null, lists.' },
  'context-result': { id: 'F-T10', does: 'fhirContext points to the first result of the patient.' },
  'unknown-members': { id: 'F-T11', does: 'Unknown members are added, __proto__ among them.' },
  'html-500': { id: 'F-T12', does: 'The token endpoint answers 500 with an HTML page.' },
  'html-502': { id: 'F-T12', does: 'The token endpoint answers 502 with an HTML page.' },
  'without-cors': { id: 'F-T13', does: 'The token endpoint has no CORS header.' },
  'too-many': { id: 'F-T14', does: 'The token endpoint answers 429 with Retry-After.' },
  'jwt-token': { id: 'F-T16', does: 'The access token is a JWT of about 1 kB.' },
  'other-verifier': { id: 'F-T18', does: 'The code is bound to another code verifier.' },
  'other-redirect': { id: 'F-T18', does: 'The code is bound to another redirect URI.' },
} as const satisfies FaultTable

/** Faults of a refresh; several can be on at once. They show where there is a refresh token. */
export const refreshFaults = {
  rotated: {
    id: 'F-T15a',
    does: 'A refresh brings a new refresh token, and the old one is used up.',
  },
  'not-rotated': {
    id: 'F-T15b',
    does: 'A refresh brings no refresh token; the old one stays good.',
  },
  reused: {
    id: 'F-T15c',
    does: 'A refresh is refused as a reuse, and everything granted with it is revoked.',
  },
  'other-patient': { id: 'F-T15d', does: 'A refresh names another patient.' },
  drop: {
    id: 'F-T15e',
    does: 'The connection drops before a refresh is done; it can be repeated.',
  },
  'drop-after': {
    id: 'F-T15e',
    does: 'The connection drops after a refresh is done: its new token is lost.',
  },
  'other-sub': { id: 'F-T15f', does: 'A refresh brings an id_token of another person.' },
} as const satisfies FaultTable

/** Faults of the id_token. */
export const idTokenFaults = {
  'alg-none': { id: 'F-I1', does: 'The id_token is unsigned (alg none).' },
  hs256: { id: 'F-I2', does: 'The id_token is signed HS256 with the public key as the secret.' },
  'wrong-iss': { id: 'F-I3', does: 'The id_token names another issuer.' },
  'iss-slash': { id: 'F-I3', does: 'The id_token issuer has a slash more.' },
  'wrong-aud': { id: 'F-I4', does: 'The id_token is for another client.' },
  'aud-without-azp': { id: 'F-I4', does: 'The id_token is for two clients and has no azp.' },
  expired: { id: 'F-I5', does: 'The id_token has expired.' },
  'future-iat': { id: 'F-I6', does: 'The id_token is issued ten minutes in the future.' },
  'wrong-nonce': { id: 'F-I7', does: 'The id_token carries another nonce.' },
  'nonce-missing': { id: 'F-I7', does: 'The id_token carries no nonce.' },
  'unknown-kid': { id: 'F-I8', does: 'The id_token is signed with a key that is not published.' },
  'rotated-key': {
    id: 'F-I8',
    does: 'The id_token is signed with a key that is published from the second fetch on.',
  },
  'without-kid': { id: 'F-I8', does: 'The id_token names no key, and two are published.' },
  'bad-signature': {
    id: 'F-I8',
    does: 'The id_token names the right key; its signature is wrong.',
  },
  'header-jwk': { id: 'F-I9', does: 'The id_token brings its own key in the header.' },
  'header-jku': {
    id: 'F-I9',
    does: 'The id_token names the address of its own key in the header.',
  },
  'user-relative': { id: 'F-I10', does: 'fhirUser is relative to the FHIR base.' },
  'user-foreign': { id: 'F-I10, F-R8', does: 'fhirUser is on another origin.' },
  'user-related': { id: 'F-I10', does: 'fhirUser is a RelatedPerson.' },
  'user-odd': { id: 'F-I10', does: 'fhirUser is a Device.' },
  'non-ascii': {
    id: 'F-I11',
    does: 'The id_token holds names beyond ASCII, and its text the characters - and _.',
  },
  garbage: { id: 'F-I14', does: 'The id_token is no JWT.' },
  missing: { id: 'F-I15', does: 'There is no id_token though openid is granted.' },
} as const satisfies FaultTable

/** Faults of the key set. */
export const jwksFaults = {
  'without-cors': { id: 'F-I13', does: 'The key set has no CORS header.' },
} as const satisfies FaultTable
