import type { contentFaults, fhirFaults } from './fhir-fault-tables.ts'
import type {
  authorizeFaults,
  discoveryFaults,
  idTokenFaults,
  jwksFaults,
  refreshFaults,
  tokenFaults,
} from './sign-in-fault-tables.ts'

export type DiscoveryFault = keyof typeof discoveryFaults
export type AuthorizeFault = keyof typeof authorizeFaults
export type TokenFault = keyof typeof tokenFaults
export type RefreshFault = keyof typeof refreshFaults
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
  /** For `slow` (default 3000) and `out-of-order` (default 500): milliseconds. */
  readonly ms?: number
}

/** A fault of what FHIR answers say. */
export type ContentFault = FhirFaultTarget & { readonly kind: ContentFaultKind }

/** The faults a tenant has switched on. An empty object is a server in good health. */
export type Faults = {
  readonly discovery?: DiscoveryFault
  readonly authorize?: AuthorizeFault
  readonly token?: readonly TokenFault[]
  readonly refresh?: readonly RefreshFault[]
  readonly idToken?: IdTokenFault
  readonly jwks?: keyof typeof jwksFaults
  readonly fhir?: readonly FhirFault[]
  readonly content?: readonly ContentFault[]
  /** F-T4: of the resource scopes, only these are granted (and enforced), whatever was asked. */
  readonly grantOnly?: readonly string[]
  /** Life of an access token in seconds, instead of the profile's. */
  readonly tokenSeconds?: number
  /** F-T17: milliseconds the token endpoint takes for its answer. */
  readonly tokenDelayMs?: number
  /** Life of a paging session in seconds, instead of the profile's. */
  readonly pagingSeconds?: number
}
