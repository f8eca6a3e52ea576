import { repeated, single, type Query } from './query.ts'

/** What the address of the launch page asks for. */
export type LaunchParameters =
  | { readonly kind: 'ehr'; readonly iss: string; readonly launch: string }
  /** Opened by hand, without parameters (LAUNCH-07). */
  | { readonly kind: 'none' }
  | { readonly kind: 'incomplete'; readonly reason: string }
  /** Carries parameters by which fhirclient could be steered from outside (ISS-04). */
  | { readonly kind: 'overridden'; readonly names: readonly string[] }

const overrides = ['fhirServiceUrl', 'patientId', 'clientId', 'key']

/** Names of parameters that would override our configuration (ISS-04). */
function findOverrides(query: Query): string[] {
  return overrides.filter((name) => query.has(name))
}

/**
 * Reads `iss` and `launch` of an EHR launch, SMART App Launch 2.2 "EHR launch": both are required, each once and
 * not empty (LAUNCH-01). `launch` is opaque and passed on byte for byte (LAUNCH-02).
 */
export function readLaunchParameters(query: Query): LaunchParameters {
  const names = findOverrides(query)
  if (names.length > 0) return { kind: 'overridden', names }
  if (!query.has('iss') && !query.has('launch')) return { kind: 'none' }
  const iss = single(query, 'iss')
  const launch = single(query, 'launch')
  if (iss !== undefined && launch !== undefined) return { kind: 'ehr', iss, launch }
  const twice = repeated(query).filter((name) => name === 'iss' || name === 'launch')
  return {
    kind: 'incomplete',
    reason:
      twice.length > 0
        ? `${twice.join(' and ')} given more than once`
        : `${iss === undefined ? 'iss' : 'launch'} missing`,
  }
}
