/** A fault in one line: its id in the fault catalogue, and what it does. */
export type FaultEntry = { readonly id: string; readonly does: string }
type FaultTable = Readonly<Record<string, FaultEntry>>

/** Faults of `.well-known/smart-configuration`. */
export const discoveryFaults = {
  'not-found': { id: 'F-D1', does: 'Discovery answers 404.' },
  'without-s256': { id: 'F-D5', does: 'Discovery lists no PKCE method.' },
  'plain-only': { id: 'F-D6', does: 'Discovery lists PKCE method plain only.' },
  html: { id: 'F-D7', does: 'Discovery answers 200 with an HTML page.' },
  'without-cors': { id: 'F-D8', does: 'Discovery has no CORS header.' },
  hang: { id: 'F-D9', does: 'Discovery never answers.' },
  'without-issuer': { id: 'F-D12', does: 'Discovery names neither issuer nor keys.' },
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
  'hostile-code': { id: 'F-A6', does: 'The code is 2 kB long and full of + / = & % and spaces.' },
  'hostile-description': {
    id: 'F-A8',
    does: 'The callback carries an error whose description is long, with markup and bidi characters.',
  },
  'without-code': { id: 'F-A12', does: 'The callback carries neither code nor error.' },
} as const satisfies FaultTable

/** Faults of the token response; several can be on at once. */
export const tokenFaults = {
  'invalid-grant': { id: 'F-T1', does: 'The code is refused; error_description is null.' },
  'expires-in-text': { id: 'F-T2', does: 'expires_in is the text "3600".' },
  'expires-in-missing': { id: 'F-T3', does: 'expires_in is missing.' },
  'scope-empty': { id: 'F-T5', does: 'scope is empty.' },
  'scope-missing': { id: 'F-T6', does: 'scope is missing.' },
  'type-lower-case': { id: 'F-T7', does: 'token_type is "bearer".' },
  'type-dpop': { id: 'F-T7', does: 'token_type is "DPoP".' },
  'type-missing': { id: 'F-T7', does: 'token_type is missing.' },
  'patient-missing': { id: 'F-T8', does: 'patient is missing.' },
  'banner-text': { id: 'F-T9', does: 'need_patient_banner is the text "false".' },
  'unknown-members': { id: 'F-T11', does: 'Unknown members are added, __proto__ among them.' },
  'html-500': { id: 'F-T12', does: 'The token endpoint answers 500 with an HTML page.' },
  'without-cors': { id: 'F-T13', does: 'The token endpoint has no CORS header.' },
  'too-many': { id: 'F-T14', does: 'The token endpoint answers 429 with Retry-After.' },
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
  'bad-signature': {
    id: 'F-I8',
    does: 'The id_token names the right key; its signature is wrong.',
  },
  'header-jwk': { id: 'F-I9', does: 'The id_token brings its own key in the header.' },
  garbage: { id: 'F-I14', does: 'The id_token is no JWT.' },
  missing: { id: 'F-I15', does: 'There is no id_token though openid is granted.' },
} as const satisfies FaultTable

/** Faults of the key set. */
export const jwksFaults = {
  'without-cors': { id: 'F-I13', does: 'The key set has no CORS header.' },
} as const satisfies FaultTable

/** Faults of single FHIR answers, whatever is in them. */
export const fhirFaults = {
  status: { id: 'F-R1…R4, R19', does: 'Answers with a status: 401, 403, 404, 429, 500, 503…' },
  html: { id: 'F-R5', does: 'Answers with an HTML page.' },
  empty: { id: 'F-R29', does: 'Answers 200 with an empty body.' },
  truncated: { id: 'F-R29', does: 'The JSON stops in the middle.' },
  xml: { id: 'F-R17', does: 'Answers with FHIR XML.' },
  'without-cors': { id: 'F-R18', does: 'The answer has no CORS header.' },
  'wrong-content-type': { id: 'F-R28', does: 'The JSON is declared text/plain.' },
  hang: { id: 'F-R26', does: 'Never answers.' },
  slow: { id: 'F-R30', does: 'Answers late: after three seconds, or after its ms.' },
  drop: { id: 'F-R30', does: 'Drops the connection.' },
} as const satisfies FaultTable

/** Faults of what the FHIR answers say. */
export const contentFaults = {
  'foreign-next': { id: 'F-R8', does: 'The next link points to another origin.' },
  'relative-next': { id: 'F-R10', does: 'The next link is relative.' },
  'looping-next': { id: 'F-R11', does: 'The next link leads to the same page.' },
  'paging-expired': { id: 'F-R12', does: 'The paging session has run out (Epic 4113).' },
  'foreign-patient': { id: 'F-R13', does: 'One Observation belongs to another patient.' },
  'other-patient-id': { id: 'F-R14', does: 'The Patient read has another id.' },
  'without-subject': { id: 'F-R15', does: 'One Observation has no subject.' },
  'two-versions': {
    id: 'F-R16',
    does: 'One Observation comes in every category, as version 1 in laboratory and 2 elsewhere.',
  },
  'token-expires': { id: 'F-R21', does: 'The access token runs out at this page.' },
  'wrong-total': { id: 'F-R23', does: 'Bundle.total is ten too high.' },
  'outcome-without-mode': { id: 'F-R27', does: 'An OperationOutcome entry has no search.mode.' },
} as const satisfies FaultTable

export type DiscoveryFault = keyof typeof discoveryFaults
export type AuthorizeFault = keyof typeof authorizeFaults
export type TokenFault = keyof typeof tokenFaults
export type IdTokenFault = keyof typeof idTokenFaults
export type FhirFaultKind = keyof typeof fhirFaults
export type ContentFaultKind = keyof typeof contentFaults

/** Which FHIR requests a fault is for; a member left out matches every request. */
export type FhirFaultTarget = {
  /** Resource type, such as `Observation`. */
  readonly type?: string
  /** Code of a category the search names, such as `laboratory`. */
  readonly category?: string
  /** Page of a search, from 1. */
  readonly page?: number
  /** How many requests it is for; after that it is over. */
  readonly times?: number
}

/** A fault of single FHIR answers. */
export type FhirFault = FhirFaultTarget & {
  readonly kind: FhirFaultKind
  /** For `status` (default 500) and `html` (default 200). */
  readonly status?: number
  /** For `status`: an OperationOutcome (default), nothing, or a JSON text of no characters (Epic's 401). */
  readonly body?: 'outcome' | 'empty' | 'quotes'
  /** For `status`: seconds of Retry-After; 429 and 503 send 1 when it is left out. */
  readonly retryAfter?: number
  /** For `slow`: milliseconds, default 3000. */
  readonly ms?: number
}

/** A fault of what FHIR answers say. */
export type ContentFault = FhirFaultTarget & { readonly kind: ContentFaultKind }

/** The faults a tenant has switched on. An empty object is a server in good health. */
export type Faults = {
  readonly discovery?: DiscoveryFault
  readonly authorize?: AuthorizeFault
  readonly token?: readonly TokenFault[]
  readonly idToken?: IdTokenFault
  readonly jwks?: keyof typeof jwksFaults
  readonly fhir?: readonly FhirFault[]
  readonly content?: readonly ContentFault[]
  /** F-T4: of the resource scopes, only these are granted (and enforced), whatever was asked. */
  readonly grantOnly?: readonly string[]
  /** Life of an access token in seconds, instead of the profile's. */
  readonly tokenSeconds?: number
  /** Life of a paging session in seconds, instead of the profile's. */
  readonly pagingSeconds?: number
}
