import { ConfigError } from '../config/load-config.ts'
import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import { isSmartError, type SmartError, type SmartErrorDetails } from '../smart/smart-error.ts'
import type { Problem } from '../views/problem/problem.ts'
import { AppError, type AppFailure } from './app-error.ts'
import {
  clockReasons,
  refusals,
  smartProblems,
  wrongClock,
  type ProblemWords,
} from './smart-problems.ts'

/** What to tell a person, in English until it is said: whoever helps is told the same words in every language. */
export type ProblemKeys = Problem & Required<ProblemWords>

const appProblems: Readonly<Record<AppFailure, Required<ProblemWords>>> = {
  'not-found': {
    title: key('There is no page at this address'),
    explanation: key('The address in the browser does not belong to any page of this app.'),
    whatToDo: key('Go to the home page, or open the app from the patient’s chart.'),
  },
  'wrong-patient': {
    title: key('Data for another patient was received'),
    explanation: key(
      'The hospital’s server answered with data that belongs to a different patient. To be safe, nothing of this record is shown.',
    ),
    whatToDo: key(
      'Close the app and open it again. If this happens again, tell the hospital’s IT department.',
    ),
  },
  'record-merged': {
    title: key('This record seems to have been merged into another one'),
    explanation: key(
      'The hospital’s server points to another record in its place. To be safe, nothing of this record is shown.',
    ),
    whatToDo: key(
      'Close the app and open it again from the patient’s chart. If you signed in yourself, go to the home page and sign in again.',
    ),
  },
}

/** Says it in the language of the page; the details stay English, as they are for support. */
export function sayProblem(problem: ProblemKeys): Problem {
  const { title, explanation, whatToDo } = problem
  return { ...problem, title: t(title), explanation: t(explanation), whatToDo: t(whatToDo) }
}

const wordsLabel = 'Words from the server, unchecked'
const addressLabel = 'More from the server, unchecked, at'

/** The labels of what a server said in its own words. */
export const serverWords: readonly string[] = [wordsLabel, addressLabel]

/** What to tell a person about an error. Never its message: that may come from outside (LOG-02). */
export function toProblem(error: unknown): ProblemKeys {
  if (isSmartError(error)) {
    const problem = wordsFor(error)
    return {
      ...problem,
      whatToDo: problem.whatToDo ?? howToStartAgain(error.details.launch),
      details: toDetails(error.failure, error.details),
    }
  }
  if (error instanceof AppError)
    return { ...appProblems[error.failure], details: [{ label: 'Kind', value: error.failure }] }
  if (error instanceof ConfigError)
    return {
      title: key('The app is not set up rightly'),
      explanation: key('Its configuration, the file config.json, can’t be used.'),
      whatToDo: key(
        'If you came to see your record, please tell whoever gave you this address. If you look after the app, correct the fields named below and reload.',
      ),
      details: error.faults.map(({ field, message }) => ({ label: field, value: message })),
    }
  return {
    title: key('Something went wrong in the app'),
    explanation: key('This is a fault of the app, not of the record.'),
    whatToDo: key('Reload the page. If it happens again, open the app anew.'),
  }
}

/** A refused authorization has words by its code, where it has one that is known (ERR-01). */
function wordsFor({ failure, details: { code, reason } }: SmartError): ProblemWords {
  if (failure === 'identity-invalid' && clockReasons.includes(reason ?? '')) return wrongClock
  return (failure === 'authorization-refused' && refusals[code ?? '']) || smartProblems[failure]
}

/** An EHR launch can't be repeated from here: its launch token serves once (ERR-06). */
function howToStartAgain(launch: SmartErrorDetails['launch']): Key {
  switch (launch) {
    case 'ehr':
      return key('Close the app and open it again from the patient’s chart.')
    case 'standalone':
      return key('Go to the home page and sign in again.')
    case undefined:
      return key(
        'If you came from the patient’s chart, close the app and open it there again. Otherwise go to the home page and sign in again.',
      )
  }
}

function toDetails(
  failure: string,
  details: SmartErrorDetails,
): { label: string; value: string }[] {
  return [
    { label: 'Kind', value: failure },
    { label: 'Launch', value: details.launch },
    { label: 'Server', value: details.host },
    { label: 'Status', value: details.status?.toString() },
    { label: 'Reason', value: details.reason },
    { label: 'Error code from the server', value: details.code },
    { label: wordsLabel, value: details.serverText },
    { label: addressLabel, value: details.errorUri },
  ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
}
