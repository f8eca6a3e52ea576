import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import type { FhirFailure } from './fhir-error.ts'

const words: Readonly<Record<FhirFailure, readonly [what: Key, advice: Key]>> = {
  'signed-out': [
    key('your sign-in has ended'),
    key('Sign in again, or close the app and open it again from the chart.'),
  ],
  refused: [
    key("the hospital's server refused it"),
    key(
      'This sign-in may not see this part of the record. Ask the hospital if you think it should.',
    ),
  ],
  rejected: [
    key("the hospital's server did not accept the request"),
    key('Trying again will probably not help. Please report it to whoever runs this app.'),
  ],
  busy: [key("the hospital's server is busy"), key('Wait a minute, then try again.')],
  unreachable: [
    key("the hospital's server could not be reached"),
    key(
      "Check the connection and try again. If it stays like this, the hospital's server may not allow apps that run in a browser.",
    ),
  ],
  'timed-out': [
    key("the hospital's server took too long to answer"),
    key('Try again; it may be busy or the connection slow.'),
  ],
  server: [key("the hospital's server had an error"), key('Try again in a few minutes.')],
  unreadable: [
    key("the answer of the hospital's server could not be read"),
    key('Try again. If it stays like this, please report it to whoever runs this app.'),
  ],
  redirected: [
    key("the hospital's server pointed to another record or address, and the app did not follow"),
    key(
      'Open the app again from the chart. If it stays like this, please report it to the hospital.',
    ),
  ],
  confined: [
    key(
      "the hospital's server pointed to an address outside its record, and the app did not follow",
    ),
    key('Please report it to whoever runs this app.'),
  ],
}

/** Says why a FHIR request failed, as part of a sentence: "the hospital's server is busy" (ERR-07). */
export function formatFailure(failure: FhirFailure): string {
  return t(words[failure][0])
}

/** Says, in whole sentences, what the person can do about a failure. */
export function failureAdvice(failure: FhirFailure): string {
  return t(words[failure][1])
}
