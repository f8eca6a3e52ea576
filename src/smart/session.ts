import type { FhirContext } from './fhir-context.ts'
import type { SignInReport } from './sign-in-report.ts'

/**
 * Who is signed in, as far as the id_token shows it.
 *
 * - `verified`: signature and claims are right
 * - `unverified`: the claims are right, but the server's keys could not be read by a browser app, so the signature
 *   was not checked; the identity is shown as such and decides nothing (IDT-08)
 * - `not-asked`: no `openid` was granted
 */
export type Identity =
  | { readonly kind: 'verified'; readonly fhirUser: string | undefined }
  | { readonly kind: 'unverified' }
  | { readonly kind: 'not-asked' }

/** A signed-in session as views may know it: no token in it. */
export type Session = {
  /** Random, new at each sign-in; stands in the address and is useless without this tab's storage (URL-03). */
  readonly id: string
  readonly serverId: string
  readonly serverName: string
  readonly launch: 'ehr' | 'standalone'
  /** The FHIR base, verbatim. */
  readonly iss: string
  readonly patientId: string
  /** Who said whose record it is: the server, or whoever signed in, by picking one (TOK-08). */
  readonly patientFrom: 'server' | 'choice'
  readonly encounterId: string | undefined
  readonly needPatientBanner: boolean
  readonly fhirContext: FhirContext
  /** Whether the EHR named an intent; none is known here (CTX-06). */
  readonly hasIntent: boolean
  /** Where the EHR's style is, of an origin of its own (CTX-05). */
  readonly styleUrl: string | undefined
  /** Granted scopes, separated by spaces. */
  readonly scope: string
  readonly identity: Identity
  /** When the token runs out, epoch milliseconds. */
  readonly expiresAt: number
  /** Where the patient reviews which apps may see the record; https (END-05). */
  readonly managementUrl: string | undefined
  readonly signIn: SignInReport
}
