import { toBaseUrl } from '../fhir/base-url.ts'
import { readLocalReference } from '../fhir/local-reference.ts'
import type { Session } from './session.ts'

/** What may stand for whoever signs in (SMART App Launch 2.2 "fhirUser", IDT-10). */
const userTypes = [
  'Patient',
  'Practitioner',
  'PractitionerRole',
  'RelatedPerson',
  'Person',
] as const

export type UserType = (typeof userTypes)[number]

/**
 * Who is signed in. It says who is at the keyboard, and never whose record this is (IDT-11).
 *
 * - `unsaid`: nobody asked, or the server did not say
 * - `unverified`: what was said could not be verified, and counts for nothing (IDT-08)
 * - `the-patient`: the patient of this session
 * - `someone`: somebody else; `id` is of a resource of this server, and undefined where it is one of elsewhere, which
 *   is never asked for
 */
export type SignedInAs =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'unverified' }
  | { readonly kind: 'the-patient' }
  | { readonly kind: 'someone'; readonly type: UserType; readonly id: string | undefined }

/** Reads who is signed in from a verified `fhirUser`, an absolute address. */
export function readSignedInAs({
  identity,
  iss,
  patientId,
}: Pick<Session, 'identity' | 'iss' | 'patientId'>): SignedInAs {
  if (identity.kind === 'unverified') return { kind: 'unverified' }
  const fhirUser = identity.kind === 'verified' ? identity.fhirUser : undefined
  const type = userTypes.find((one) => one === fhirUser?.split('/').at(-2))
  if (type === undefined) return { kind: 'unsaid' }
  const base = new URL(toBaseUrl(iss)).href
  const local = fhirUser?.startsWith(base) === true ? readLocalReference(fhirUser, base) : undefined
  const id = local?.type === type ? local.id : undefined
  return type === 'Patient' && id === patientId
    ? { kind: 'the-patient' }
    : { kind: 'someone', type, id }
}
