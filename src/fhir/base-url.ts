/** The FHIR base with exactly one slash at its end, so that a relative address is read against all of it (DISC-01). */
export function toBaseUrl(fhirBase: string): string {
  return `${fhirBase.replace(/\/+$/, '')}/`
}
