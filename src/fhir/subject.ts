import type { BundleEntries } from './bundle.ts'
import { toObject, toText, type Json, type JsonObject } from './json.ts'

/**
 * Says whose a resource is: `same` when `subject.reference` names this patient on this server, `missing` when it
 * names nobody that can be compared (none, identifier only, contained, `urn:`), `other` for everything else:
 * another patient, a Group, another server. Compared exactly; ids and paths are case-sensitive (PAT-02, LEAK-02).
 *
 * @param patientId the id of the session's patient, without `Patient/`
 * @param fhirBase the FHIR base, with or without a trailing slash
 */
export function subjectOf(
  resource: JsonObject,
  patientId: string,
  fhirBase: string,
): 'same' | 'other' | 'missing' {
  return referenceTo(resource.subject, patientId, fhirBase)
}

/** Says of a Reference what {@link subjectOf} says of a resource: whether it names this patient on this server. */
export function referenceTo(
  json: Json | undefined,
  patientId: string,
  fhirBase: string,
): 'same' | 'other' | 'missing' {
  const reference = toText(toObject(json)?.reference)
  if (reference === undefined || /^(#|urn:)/i.test(reference)) return 'missing'
  if (patientId === '') return 'other'
  const named = reference.replace(/\/_history\/[A-Za-z0-9.-]{1,64}$/, '')
  const expected = `Patient/${patientId}`
  if (named === expected) return 'same'
  const absolute = toAddress(named)
  const base = toAddress(fhirBase)
  return absolute !== undefined &&
    base !== undefined &&
    absolute.origin === base.origin &&
    absolute.path === `${base.path.replace(/\/$/, '')}/${expected}`
    ? 'same'
    : 'other'
}

/**
 * Splits an absolute http address. Only the origin goes through `URL` (case of the host, default port); the path
 * stays as written, so that dot segments, escapes and back slashes never become equal to something else.
 */
export function toAddress(address: string): { origin: string; path: string } | undefined {
  const [, site, path] = /^(https?:\/\/[^/?#\\@\s]+)([^?#\\\s]*)$/i.exec(address) ?? []
  if (site === undefined || path === undefined || !URL.canParse(site)) return undefined
  return { origin: new URL(site).origin, path }
}

/** Whether entries of a search, what came along too, hold an Observation of another patient (PAT-02). */
export function holdsForeign(
  { resources, included }: Pick<BundleEntries, 'resources' | 'included'>,
  patientId: string,
  fhirBase: string,
): boolean {
  const others = included.filter(({ resourceType }) => resourceType === 'Observation')
  return [...resources, ...others].some(
    (resource) => subjectOf(resource, patientId, fhirBase) === 'other',
  )
}
