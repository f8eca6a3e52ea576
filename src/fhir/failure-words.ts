import type { FhirFailure } from './fhir-error.ts'

const words: Readonly<Record<FhirFailure, readonly [what: string, advice: string]>> = {
  'signed-out': [
    'your sign-in has ended',
    'Sign in again, or close the app and open it again from the chart.',
  ],
  refused: [
    "the hospital's server refused it",
    'This sign-in may not see this part of the record. Ask the hospital if you think it should.',
  ],
  rejected: [
    "the hospital's server did not accept the request",
    'Trying again will probably not help. Please report it to whoever runs this app.',
  ],
  busy: ["the hospital's server is busy", 'Wait a minute, then try again.'],
  unreachable: [
    "the hospital's server could not be reached",
    "Check the connection and try again. If it stays like this, the hospital's server may not allow apps that run in a browser.",
  ],
  'timed-out': [
    "the hospital's server took too long to answer",
    'Try again; it may be busy or the connection slow.',
  ],
  server: ["the hospital's server had an error", 'Try again in a few minutes.'],
  unreadable: [
    "the answer of the hospital's server could not be read",
    'Try again. If it stays like this, please report it to whoever runs this app.',
  ],
  redirected: [
    "the hospital's server pointed to another record or address, and the app did not follow",
    'Open the app again from the chart. If it stays like this, please report it to the hospital.',
  ],
  confined: [
    "the hospital's server pointed to an address outside its record, and the app did not follow",
    'Please report it to whoever runs this app.',
  ],
}

/** Says why a FHIR request failed, as part of a sentence: "the hospital's server is busy" (ERR-07). */
export function formatFailure(failure: FhirFailure): string {
  return words[failure][0]
}

/** Says, in whole sentences, what the person can do about a failure. */
export function failureAdvice(failure: FhirFailure): string {
  return words[failure][1]
}
