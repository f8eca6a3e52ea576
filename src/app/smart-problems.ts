import type { Key } from '../language/catalogue.ts'
import { key } from '../language/t.ts'
import type { SmartFailure } from '../smart/smart-error.ts'

/** Words for one failure, in English until they are said; without `whatToDo`, how to start again depends on how the person came (ERR-06). */
export type ProblemWords = {
  readonly title: Key
  readonly explanation: Key
  readonly whatToDo?: Key
}

/** What to tell a person for every way in which a launch, a sign-in or a session can fail (ERR-01). */
export const smartProblems: Readonly<Record<SmartFailure, ProblemWords>> = {
  'launch-incomplete': {
    title: key('The launch is incomplete'),
    explanation: key(
      'The EHR opened this app without saying which server and which chart it is for.',
    ),
    whatToDo: key('Close the app and open it again from the patient’s chart.'),
  },
  'launch-overridden': {
    title: key('This address was refused'),
    explanation: key(
      'It holds parameters that try to change which server, patient or client the app uses. Nothing was sent anywhere.',
    ),
    whatToDo: key('Open the app from the patient’s chart, or from its home page.'),
  },
  'issuer-unknown': {
    title: key('This server is not known here'),
    explanation: key(
      'The launch names a server that this app is not set up for. Nothing was sent to it.',
    ),
    whatToDo: key(
      'If it is your hospital’s server, ask whoever looks after this app to add it to the configuration.',
    ),
  },
  'server-not-set-up': {
    title: key('This server is not set up yet'),
    explanation: key('The app has no client id for it.'),
    whatToDo: key('Register the app with the server and fill in clientId in config.json.'),
  },
  'framed-sign-in': {
    title: key('Please sign in in a window of its own'),
    explanation: key('Sign-in pages refuse to be shown inside another page.'),
    whatToDo: key('Open this app’s address in a browser window of its own, then sign in there.'),
  },
  'storage-blocked': {
    title: key('The browser blocks this app’s storage'),
    explanation: key(
      'The app keeps its sign-in in the browser tab and can’t work without. Browsers block this in some embedded views and privacy settings.',
    ),
    whatToDo: key(
      'Open the app in a browser window of its own, or allow site data for this address.',
    ),
  },
  'discovery-unreachable': {
    title: key('The server can’t be reached'),
    explanation: key('It did not answer, or it does not allow apps that run in a browser (CORS).'),
    whatToDo: key(
      'Check the connection and try again. If other sites work, tell the hospital’s IT department.',
    ),
  },
  'discovery-unusable': {
    title: key('The server can’t be used with this app'),
    explanation: key(
      'Its description of itself (SMART configuration) is missing or not safe to use.',
    ),
    whatToDo: key('Tell the hospital’s IT department; the details below say what is wrong.'),
  },
  'callback-empty': {
    title: key('No sign-in is going on here'),
    explanation: key(
      'This page receives the answer of a sign-in, and there was none in its address.',
    ),
  },
  'callback-malformed': {
    title: key('The answer of the sign-in can’t be read'),
    explanation: key('The server’s answer is incomplete or contradicts itself. It was not used.'),
  },
  'transaction-unknown': {
    title: key('This sign-in is over'),
    explanation: key(
      'The answer belongs to no sign-in that was begun in this tab within the last ten minutes, or it has been used already. To be safe it was not used.',
    ),
  },
  'answer-mixed-up': {
    title: key('The answer came from the wrong server'),
    explanation: key(
      'It does not belong to the server that was asked. To be safe it was not used.',
    ),
  },
  'authorization-refused': {
    title: key('The server ended the sign-in'),
    explanation: key('It gave a reason that this app does not know; the details below name it.'),
  },
  'token-unreachable': {
    title: key('The sign-in could not be finished'),
    explanation: key(
      'The server did not answer the last step, or does not allow it from apps that run in a browser (CORS).',
    ),
  },
  'token-refused': {
    title: key('The sign-in could not be finished'),
    explanation: key('The server refused the last step. The sign-in can’t be used a second time.'),
  },
  'token-unusable': {
    title: key('The sign-in could not be finished'),
    explanation: key('The server’s answer lacks what the app needs, or is of a kind it can’t use.'),
  },
  'nothing-granted': {
    title: key('Nothing was released'),
    explanation: key('The sign-in worked, but it gives this app no access to anything.'),
  },
  'no-patient': {
    title: key('No patient came with the sign-in'),
    explanation: key(
      'The server did not say whose record this is, and the app never picks a patient by itself. The account of somebody who works at the hospital has no patient of its own.',
    ),
    whatToDo: key(
      'If you work there, open the app from the patient’s chart: it starts with that patient. If you came for your own record, go to the home page and sign in with your own account for patients.',
    ),
  },
  'identity-invalid': {
    title: key('The sign-in could not be verified'),
    explanation: key(
      'The proof of who signed in (id_token) is missing or not genuine. To be safe, nothing is shown.',
    ),
  },
  'session-missing': {
    title: key('This session is not open here'),
    explanation: key(
      'The address belongs to a session in another tab or browser, or to one that has ended.',
    ),
  },
  'session-expired': {
    title: key('Your session has ended'),
    explanation: key(
      'The time the hospital’s server gave is over. The record is covered and forgotten.',
    ),
  },
  'session-idle': {
    title: key('You were signed out, as nobody seemed to be here'),
    explanation: key(
      'The page was not touched for a while, so the record is covered and forgotten.',
    ),
  },
  'session-too-long': {
    title: key('Your session has ended'),
    explanation: key(
      'No session lasts longer than eight hours, so that a forgotten one does not stay open.',
    ),
  },
  'session-refused': {
    title: key('The hospital’s server has ended the session'),
    explanation: key(
      'It gave no more time when the app asked for it. Access may have been taken back, or the session may be in use in another tab.',
    ),
  },
  'session-changed': {
    title: key('The session could not be verified any more'),
    explanation: key(
      'When the app asked for more time, the proof of who is signed in was for another person, or not genuine. To be safe, nothing is shown any more.',
    ),
  },
}

/** What is said where only the times of an otherwise good id_token are off, by these reasons of `checkTimes`. */
export const clockReasons = ['expired', 'issued at']

/** Most often it isn't the token that is wrong then. */
export const wrongClock: ProblemWords = {
  title: key('The clocks of this device and the hospital don’t agree'),
  explanation: key(
    'By this device’s clock the proof of who signed in (id_token) is too old, or not made yet. To be safe, nothing is shown.',
  ),
  whatToDo: key('Set the date and time of this device right, then open the app again.'),
}

const busy: ProblemWords = {
  title: key('The server can’t sign you in just now'),
  explanation: key('The hospital’s server is busy or has a fault of its own.'),
}

const misregistered: ProblemWords = {
  title: key('The server does not accept this app’s request'),
  explanation: key(
    'Most often the app is registered there in another way than it is configured here: its client id, its redirect address or what it may ask for.',
  ),
  whatToDo: key('Tell whoever looks after this app; the details below name the server’s reason.'),
}

const signInNeeded: ProblemWords = {
  title: key('The server asks you to sign in again'),
  explanation: key('It could not go on without you.'),
}

/** Words for the codes of RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6. */
export const refusals: Readonly<Record<string, ProblemWords>> = {
  access_denied: {
    title: key('Access was not given'),
    explanation: key('You, or the hospital’s server, did not allow this app to see the record.'),
  },
  invalid_request: {
    title: key('The server did not accept the request'),
    explanation: key(
      'A launch from the chart serves only once, so it may be used up. If it happens again, the app may be registered there in another way than it is configured here.',
    ),
  },
  invalid_scope: misregistered,
  unauthorized_client: misregistered,
  unsupported_response_type: misregistered,
  server_error: busy,
  temporarily_unavailable: busy,
  login_required: signInNeeded,
  interaction_required: signInNeeded,
  consent_required: signInNeeded,
}
