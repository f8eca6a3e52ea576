/** Whether a text is a FHIR R4 id: 1 to 64 of letters, digits, `-` and `.`. */
export function isFhirId(text: string): boolean {
  return /^[A-Za-z0-9\-.]{1,64}$/.test(text)
}
