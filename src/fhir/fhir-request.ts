/** One answer of the FHIR server: the parsed JSON body of a successful GET. */
export type FhirResponse = {
  /** The body, parsed; its shape is not trusted. */
  readonly body: unknown
}

/**
 * Reads one address of the FHIR server with the session's token.
 *
 * `url` is relative to the FHIR base (`Patient/123`) or absolute (a Bundle's `next` link); anything outside the
 * base is refused before a byte leaves (LEAK-01). Rejects with a {@link FhirError}, or with the signal's reason
 * when `signal` aborts.
 *
 * `src/smart` supplies one; tests pass their own function.
 */
export type FhirRequest = (url: string, signal?: AbortSignal) => Promise<FhirResponse>

/**
 * Reads one address of the FHIR server as {@link FhirRequest} does, but gives the text of the answer while it arrives,
 * in pieces of any length. The promise is rejected where there is no successful answer; the pieces end with an error
 * where the connection breaks off.
 */
export type FhirStream = (url: string, signal: AbortSignal) => Promise<AsyncIterable<string>>
