import type { ServerConfig } from '../config/server-config.ts'
import { toBaseUrl } from '../fhir/base-url.ts'
import { isFhirId } from '../fhir/fhir-id.ts'
import type { Identity } from './session.ts'
import type { TokenResponse } from './token-response.ts'
import type { Transaction } from './transaction.ts'

/**
 * The patient that a sign-in is for; undefined where it names none, and then none is ever looked for (TOK-08).
 *
 * It is the token response's `patient`. Where a server says it in `fhirUser` alone, as Oracle does to patients, and
 * the configuration allows it, whoever signed in by hand is the patient: only if that was verified, and only a Patient
 * of this very server (IDT-11).
 */
export function findContextPatient(
  { patient }: TokenResponse,
  identity: Identity,
  { launch, iss }: Pick<Transaction, 'launch' | 'iss'>,
  { patientFromFhirUser }: Pick<ServerConfig, 'patientFromFhirUser'>,
): string | undefined {
  if (patient !== undefined) return patient
  if (!patientFromFhirUser || launch !== 'standalone' || identity.kind !== 'verified')
    return undefined
  const base = `${new URL(toBaseUrl(iss)).href}Patient/`
  const { fhirUser = '' } = identity
  const id = fhirUser.startsWith(base) ? fhirUser.slice(base.length) : ''
  return isFhirId(id) ? id : undefined
}
