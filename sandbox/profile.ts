import type { ScopeChoice } from './scopes.ts'

/** The EHRs the sandbox can stand in for. A later one is a name here and a row in `profiles.ts`. */
export type ProfileName =
  | 'strict-ig'
  | 'epic-ehr'
  | 'epic-mychart'
  | 'epic-legacy'
  | 'oracle-provider'
  | 'oracle-patient'
  | 'meditech'

/** Who may sign in on a profile's own page. */
export type SignInKind = 'clinician' | 'patient' | 'proxy'

/** What one vendor's server does differently: everything the routes ask instead of naming a vendor. */
export type Profile = {
  readonly name: ProfileName
  /** Heading of the profile's card on the Launchpad. */
  readonly title: string
  /** One sentence for the card: what this server does. */
  readonly summary: string
  /** Whether the FHIR base ends in a slash, which `aud` then has to carry (Oracle, ISS-02). */
  readonly hasBaseSlash: boolean
  /** The OpenID issuer: address of the authorization server, with a slash more, or its token endpoint (old Epic). */
  readonly issuerForm: 'plain' | 'slash' | 'token-endpoint'
  /** Whether an authorization request needs `aud`; a wrong one is refused everywhere. */
  readonly needsAud: boolean
  /** `ehr`: launched from a chart; `standalone`: the app starts, the person signs in here. */
  readonly launches: readonly ('ehr' | 'standalone')[]
  readonly signInAs: readonly SignInKind[]
  /** Whether a clinician's standalone sign-in gets a `patient`; at Epic it doesn't (notes B1). */
  readonly hasClinicianPatient: boolean
  /** Whether the token response says which patient; Oracle for patients says it in `fhirUser` alone (TOK-08). */
  readonly namesPatient: boolean
  /** RFC 9207 `iss` in the authorization response, and the metadata that promises it. */
  readonly hasResponseIss: boolean
  /** `page`: a failed authorization ends on an HTML page here; the app never hears of it (Epic). */
  readonly authorizeErrors: 'redirect' | 'page'
  /** Whether "Deny" comes back as `access_denied`, also where other errors end on a page. */
  readonly isDenialRedirected: boolean
  /** What an EHR launch without the `launch` scope meets: an error, or a sign-in page (Epic). */
  readonly launchWithoutScope: 'error' | 'sign-in'
  readonly patientBanner: { readonly type: 'boolean' | 'text'; readonly default: boolean }
  /** `rotating`: a refresh brings a new one; `lasting`: it brings none and the first stays good (Oracle, REF-04). */
  readonly refreshTokens: 'none' | 'rotating' | 'lasting'
  /** What goes with an error code: words, `"error_description": null` (Epic), an `error_uri` (Oracle), nothing. */
  readonly errorWords: 'description' | 'null' | 'uri' | 'none'
  readonly tokenType: 'Bearer' | 'bearer'
  /** `epic-v1`: each scope as `.Read` and again as `.read`, and a space at the end (notes B2.3). */
  readonly scopeForm: 'as-granted' | 'epic-v1'
  /** Whether `patient/*.rs` and its like are known (not at Oracle). */
  readonly allowsWildcards: boolean
  /** CORS of the token endpoint: the app's origins, or `*` in the answer (Oracle, notes B3). */
  readonly tokenCors: 'app' | 'any'
  /** Life of an access token and of an id_token, in seconds. */
  readonly accessTokenSeconds: number
  readonly idTokenSeconds: number
  /** `as-asked`: what was asked, as far as it is known; else what was registered, whatever was asked (Epic). */
  readonly registered: 'as-asked' | readonly ScopeChoice[]
  /** Revocation (RFC 7009) and introspection (RFC 7662) endpoints. */
  readonly hasRevocation: boolean
  /** What smart-configuration says of PKCE; undefined: nothing, though S256 is asked for all the same (DISC-05). */
  readonly pkceMethods: readonly string[] | undefined
  /** What smart-configuration says beside the addresses. */
  readonly metadata: ProfileMetadata
  /** Members of the token response that no specification knows. */
  readonly tokenMembers: Readonly<Record<string, string>>
  readonly fhir: FhirProfile
}

/** The members of smart-configuration that tell vendors apart (SMART App Launch 2.2, conformance). */
export type ProfileMetadata = {
  readonly capabilities: readonly string[]
  readonly scopes_supported: readonly string[]
  readonly grant_types_supported: readonly string[]
  readonly token_endpoint_auth_methods_supported: readonly string[]
}

/** How a profile's next links say which page comes next, and for how long where the server keeps it. */
type Paging =
  /** `_page`, good for ever. */
  | { readonly kind: 'token' }
  /** `sessionID` alone (Epic). */
  | { readonly kind: 'session'; readonly seconds: number }
  /** The search again with `-pageContext` and `-pageDirection` (Oracle). */
  | { readonly kind: 'context' }
  /** The search again with `continue` (MEDITECH). */
  | { readonly kind: 'continue'; readonly seconds: number }

/** How a profile's FHIR server behaves. */
export type FhirProfile = {
  /** What an Accept header that names no JSON is answered with. */
  readonly withoutJsonAccept: 'json' | 'json-or-406' | 'xml'
  /** Vendor that words the problems: `epic` adds outcome entries and its own codes, MEDITECH's are no FHIR. */
  readonly outcomes: 'standard' | 'epic' | 'oracle' | 'meditech'
  /** Whether an Observation search needs `category` or `code`. */
  readonly needsCategoryOrCode: boolean
  /** Category codes a search may name; undefined: any. */
  readonly categories: readonly string[] | undefined
  readonly paging: Paging
  /** `other-spelling`: next links spell the server's own address otherwise (MEDITECH's `:443`, LEAK-02). */
  readonly nextLinks: 'as-base' | 'other-spelling'
  readonly defaultCount: number
  readonly maxCount: number
  /** Order of a search that asks for none (Oracle: newest first). */
  readonly defaultSort: '-date' | undefined
  /** Bundle.total: all matches (FHIR R4), only those on this page (Epic, MEDITECH), or none (Oracle). */
  readonly total: 'matches' | 'page' | 'absent'
  readonly hasBundleId: boolean
  /** Whether searches also say that more may exist for a patient's own view (Epic 4119). */
  readonly saysMoreMayExist: boolean
  /** Whether the versions of an Observation can be read; else the answer is 501. */
  readonly hasHistory: boolean
  /** Answer for a resource type the server doesn't know. */
  readonly unknownType: 'problem' | 'html'
  /** Implementation guides that the CapabilityStatement names. */
  readonly guides: readonly string[]
  /** Response headers a script may read (Access-Control-Expose-Headers). */
  readonly exposedHeaders: readonly string[]
  /** Whose habits the resources show; the records themselves are the same everywhere. */
  readonly dress: 'as-stored' | 'oracle' | 'meditech'
}
