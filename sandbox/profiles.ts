import { epicCategories, epicRegisteredScopes } from './epic-registration.ts'
import type { ScopeChoice } from './scopes.ts'

/** The EHRs the sandbox can stand in for. A later one is a name here and a row in {@link profiles}. */
export type ProfileName = 'strict-ig' | 'epic-ehr' | 'epic-mychart'

/** Who may sign in on a profile's own page. */
export type SignInKind = 'clinician' | 'patient' | 'proxy'

/** What one vendor's server does differently: everything the routes ask instead of naming a vendor. */
export type Profile = {
  readonly name: ProfileName
  /** Heading of the profile's card on the Launchpad. */
  readonly title: string
  /** One sentence for the card: what this server does. */
  readonly summary: string
  /** `ehr`: launched from a chart; `standalone`: the app starts, the person signs in here. */
  readonly launches: readonly ('ehr' | 'standalone')[]
  readonly signInAs: readonly SignInKind[]
  /** Whether a clinician's standalone sign-in gets a `patient`; at Epic it doesn't (notes B1). */
  readonly hasClinicianPatient: boolean
  /** RFC 9207 `iss` in the authorization response, and the metadata that promises it. */
  readonly hasResponseIss: boolean
  /** `page`: a failed authorization ends on an HTML page here; the app never hears of it (Epic). */
  readonly authorizeErrors: 'redirect' | 'page'
  /** Whether "Deny" comes back as `access_denied`, also where other errors end on a page. */
  readonly isDenialRedirected: boolean
  /** What an EHR launch without the `launch` scope meets: an error, or a sign-in page (Epic). */
  readonly launchWithoutScope: 'error' | 'sign-in'
  readonly patientBanner: { readonly type: 'boolean' | 'text'; readonly default: boolean }
  readonly hasRefreshTokens: boolean
  /** `null`: token errors carry `"error_description": null` (Epic). */
  readonly tokenErrorDescription: 'words' | 'null'
  /** Life of an access token and of an id_token, in seconds. */
  readonly accessTokenSeconds: number
  readonly idTokenSeconds: number
  /** `as-asked`: what was asked, as far as it is known; else what was registered, whatever was asked (Epic). */
  readonly registered: 'as-asked' | readonly ScopeChoice[]
  /** Revocation (RFC 7009) and introspection (RFC 7662) endpoints. */
  readonly hasRevocation: boolean
  /** What smart-configuration says beside the addresses. */
  readonly metadata: ProfileMetadata
  /** Members of the token response that no specification knows. */
  readonly tokenMembers: Readonly<Record<string, string>>
  readonly fhir: FhirProfile
}

/** The members of smart-configuration that tell vendors apart (SMART App Launch 2.2, conformance). */
type ProfileMetadata = {
  readonly capabilities: readonly string[]
  readonly scopes_supported: readonly string[]
  readonly grant_types_supported: readonly string[]
  readonly token_endpoint_auth_methods_supported: readonly string[]
}

/** How a profile's FHIR server behaves. */
export type FhirProfile = {
  /** What an Accept header that names no JSON is answered with. */
  readonly withoutJsonAccept: 'json-or-406' | 'xml'
  /** Vendor that words the outcomes: `epic` adds outcome entries and its own codes. */
  readonly outcomes: 'standard' | 'epic'
  /** Whether an Observation search needs `category` or `code`. */
  readonly needsCategoryOrCode: boolean
  /** Category codes a search may name; undefined: any. */
  readonly categories: readonly string[] | undefined
  /** Next links: a self-contained page token, or a session on the server that runs out after `seconds`. */
  readonly paging:
    { readonly kind: 'token' } | { readonly kind: 'session'; readonly seconds: number }
  readonly defaultCount: number
  readonly maxCount: number
  /** Bundle.total: all matches (FHIR R4), or only those on this page (Epic). */
  readonly total: 'matches' | 'page'
  /** Whether searches also say that more may exist for a patient's own view (Epic 4119). */
  readonly saysMoreMayExist: boolean
  /** Answer for a resource type the server doesn't know. */
  readonly unknownType: 'outcome' | 'html'
  /** Response headers a script may read (Access-Control-Expose-Headers). */
  readonly exposedHeaders: readonly string[]
}

const epicFhir: FhirProfile = {
  withoutJsonAccept: 'xml',
  outcomes: 'epic',
  needsCategoryOrCode: true,
  categories: epicCategories,
  paging: { kind: 'session', seconds: 600 },
  defaultCount: 1000,
  maxCount: 1000,
  total: 'page',
  saysMoreMayExist: false,
  unknownType: 'html',
  exposedHeaders: [],
}

const epicCapabilities = [
  'launch-standalone',
  'client-public',
  'client-confidential-symmetric',
  'client-confidential-asymmetric',
  'context-banner',
  'context-style',
  'context-ehr-patient',
  'context-ehr-encounter',
  'context-standalone-patient',
  'permission-offline',
  'permission-patient',
  'permission-user',
  'permission-v1',
  'permission-v2',
  'sso-openid-connect',
]

// `none` is not among the methods though `client-public` is a capability: so it is at Epic (notes B2.1).
const epicMetadata: ProfileMetadata = {
  capabilities: ['launch-ehr', ...epicCapabilities],
  scopes_supported: ['epic.scanning.dmsusername', 'fhirUser', 'launch', 'openid', 'profile'],
  grant_types_supported: [
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
  ],
  token_endpoint_auth_methods_supported: [
    'client_secret_post',
    'client_secret_basic',
    'private_key_jwt',
  ],
}

const epic = {
  hasRevocation: false,
  metadata: epicMetadata,
  hasClinicianPatient: false,
  hasResponseIss: false,
  authorizeErrors: 'page',
  launchWithoutScope: 'sign-in',
  hasRefreshTokens: false,
  tokenErrorDescription: 'null',
  accessTokenSeconds: 3600,
  idTokenSeconds: 300,
  registered: epicRegisteredScopes,
  tokenMembers: {
    '__epic.dstu2.patient': 'TnotTheR4IdOfAnybodyB',
    location: 'eLocationOfTheVisit',
    loginDepartment: 'eDepartmentOfTheUser',
  },
} as const

/** Every profile by its name. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'strict-ig': {
    name: 'strict-ig',
    title: 'Strict SMART',
    summary:
      'Follows SMART App Launch 2.2 to the letter: names its issuer, rotates refresh tokens, enforces every scope.',
    launches: ['ehr', 'standalone'],
    signInAs: ['clinician', 'patient'],
    hasClinicianPatient: true,
    hasResponseIss: true,
    authorizeErrors: 'redirect',
    isDenialRedirected: true,
    launchWithoutScope: 'error',
    patientBanner: { type: 'boolean', default: true },
    hasRefreshTokens: true,
    tokenErrorDescription: 'words',
    accessTokenSeconds: 3600,
    idTokenSeconds: 3600,
    registered: 'as-asked',
    hasRevocation: true,
    metadata: {
      capabilities: [
        'launch-ehr',
        'launch-standalone',
        'client-public',
        'sso-openid-connect',
        'context-banner',
        'context-style',
        'context-ehr-patient',
        'context-ehr-encounter',
        'context-standalone-patient',
        'permission-offline',
        'permission-online',
        'permission-patient',
        'permission-user',
        'permission-v1',
        'permission-v2',
      ],
      scopes_supported: [
        'openid',
        'fhirUser',
        'launch',
        'launch/patient',
        'launch/encounter',
        'offline_access',
        'online_access',
        'patient/*.rs',
        'patient/Patient.r',
        'patient/Observation.rs',
        'user/*.rs',
      ],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none', 'client_secret_basic'],
    },
    tokenMembers: {},
    fhir: {
      withoutJsonAccept: 'json-or-406',
      outcomes: 'standard',
      needsCategoryOrCode: false,
      categories: undefined,
      paging: { kind: 'token' },
      defaultCount: 100,
      maxCount: 1000,
      total: 'matches',
      saysMoreMayExist: false,
      unknownType: 'outcome',
      exposedHeaders: ['Retry-After', 'WWW-Authenticate'],
    },
  },
  'epic-ehr': {
    ...epic,
    name: 'epic-ehr',
    title: 'Epic, from the chart',
    summary:
      'Behaves like Epic for clinicians: searches need a category, answers carry notices, errors end on a page.',
    launches: ['ehr', 'standalone'],
    signInAs: ['clinician'],
    isDenialRedirected: false,
    patientBanner: { type: 'text', default: false },
    fhir: epicFhir,
  },
  'epic-mychart': {
    ...epic,
    name: 'epic-mychart',
    title: 'Epic, for patients',
    summary:
      'Behaves like Epic MyChart: the patient or a parent signs in, picks the record and what to share.',
    launches: ['standalone'],
    metadata: { ...epicMetadata, capabilities: epicCapabilities },
    signInAs: ['patient', 'proxy'],
    isDenialRedirected: true,
    patientBanner: { type: 'text', default: true },
    fhir: { ...epicFhir, saysMoreMayExist: true },
  },
}

/** Whether `name` is the name of a profile. */
export function isProfileName(name: unknown): name is ProfileName {
  return typeof name === 'string' && Object.hasOwn(profiles, name)
}
