import { epicCategories, epicLegacyScopes, epicRegisteredScopes } from './epic-registration.ts'
import type { FhirProfile, Profile, ProfileMetadata } from './profile.ts'

const epicFhir: FhirProfile = {
  withoutJsonAccept: 'xml',
  outcomes: 'epic',
  needsCategoryOrCode: true,
  categories: epicCategories,
  paging: { kind: 'session', seconds: 600 },
  nextLinks: 'as-base',
  defaultCount: 1000,
  maxCount: 1000,
  defaultSort: undefined,
  total: 'page',
  hasBundleId: false,
  saysMoreMayExist: false,
  hasHistory: false,
  unknownType: 'html',
  guides: [],
  exposedHeaders: [],
  dress: 'as-stored',
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
  capabilities: ['launch-ehr', 'authorize-post', ...epicCapabilities],
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

/** Epic for clinicians (vendor notes B2). */
export const epicEhr: Profile = {
  name: 'epic-ehr',
  title: 'Epic, from the chart',
  summary:
    'Behaves like Epic for clinicians: searches need a category, answers carry notices, errors end on a page.',
  hasBaseSlash: false,
  issuerForm: 'plain',
  needsAud: true,
  launches: ['ehr', 'standalone'],
  signInAs: ['clinician'],
  hasClinicianPatient: false,
  namesPatient: true,
  hasResponseIss: false,
  authorizeErrors: 'page',
  isDenialRedirected: false,
  launchWithoutScope: 'sign-in',
  patientBanner: { type: 'text', default: false },
  refreshTokens: 'none',
  errorWords: 'null',
  tokenType: 'Bearer',
  scopeForm: 'as-granted',
  allowsWildcards: true,
  tokenCors: 'app',
  accessTokenSeconds: 3600,
  idTokenSeconds: 300,
  registered: epicRegisteredScopes,
  hasRevocation: false,
  pkceMethods: ['S256'],
  metadata: epicMetadata,
  tokenMembers: {
    '__epic.dstu2.patient': 'TnotTheR4IdOfAnybodyB',
    location: 'eLocationOfTheVisit',
    loginDepartment: 'eDepartmentOfTheUser',
  },
  fhir: epicFhir,
}

/** Epic for patients (vendor notes B2.7). */
export const epicMychart: Profile = {
  ...epicEhr,
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
}

/** One of the Epic sites that run an old build: 7 of 558 (vendor notes B2.1, B2.3). */
export const epicLegacy: Profile = {
  ...epicEhr,
  name: 'epic-legacy',
  title: 'Epic, an old build',
  summary:
    'Behaves like the few old Epic sites: says nothing of PKCE, grants scopes of version 1 twice over, names its token endpoint as issuer.',
  issuerForm: 'token-endpoint',
  tokenType: 'bearer',
  scopeForm: 'epic-v1',
  accessTokenSeconds: 3240,
  registered: epicLegacyScopes,
  pkceMethods: undefined,
  metadata: {
    ...epicMetadata,
    capabilities: [
      'launch-ehr',
      ...epicCapabilities.filter((capability) => !capability.startsWith('permission-v')),
    ],
  },
}
