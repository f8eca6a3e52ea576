/**
 * Whether a text is a FHIR R4 id: 1 to 64 of letters, digits, `-` and `.`. Not `.` and `..`: in an address they climb, so
 * that `Patient/.` would ask for all patients.
 */
export function isFhirId(text: string): boolean {
  return /^(?!\.{1,2}$)[A-Za-z0-9\-.]{1,64}$/.test(text)
}
