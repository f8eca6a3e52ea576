import { notApplicable, type RequirementSection } from './requirement.ts'

/** Errors, the token response, the id_token. */
export const tokens: readonly RequirementSection[] = [
  {
    letter: 'A7',
    title: 'Error responses',
    requirements: [
      {
        id: 'ERR-01',
        holds:
          'Errors get our own words; the server’s are text of limited length, closed at first.',
      },
      {
        id: 'ERR-02',
        holds: '`error_uri` is shown as text and never opened by itself.',
      },
      {
        id: 'ERR-03',
        holds:
          'Who returns from an error page that stayed at the server finds a way to start again.',
      },
      {
        id: 'ERR-04',
        holds: 'Token errors are read in any shape, and a code is never tried again.',
      },
      {
        id: 'ERR-05',
        holds: 'No answer from the token endpoint is told apart from an error it sent.',
      },
      {
        id: 'ERR-06',
        holds: 'From the chart one is told to reopen it there; else to sign in again.',
      },
      {
        id: 'ERR-07',
        holds: 'Each FHIR failure has its own state, and none looks like “no data”.',
      },
    ],
  },
  {
    letter: 'A8',
    title: 'Token request and response',
    requirements: [
      {
        id: 'TOK-01',
        holds: 'The code is exchanged by a properly encoded form with verifier and client id.',
      },
      {
        id: 'TOK-02',
        holds:
          'The token request has no cookies, follows no redirect, leaves no Referer and no cache.',
      },
      { id: 'TOK-03', holds: 'Only an access token of type Bearer is accepted, in any case.' },
      {
        id: 'TOK-04',
        holds: 'A lifetime is a number or digits, five minutes if unsaid, an hour at most.',
      },
      {
        id: 'TOK-05',
        holds: 'The access token is opaque: neither parsed nor cut, of any length.',
      },
      {
        id: 'TOK-06',
        holds: 'Members of the token response that the app doesn’t know are dropped.',
      },
      {
        id: 'TOK-07',
        holds: 'A state echoed in the token response may be compared.',
        whyNot: notApplicable(
          'it isn’t required, and the echo is dropped like any unknown member (TOK-06).',
        ),
      },
      {
        id: 'TOK-08',
        holds: 'Without a patient the sign-in ends; the app never picks one by itself.',
        limit:
          'where configuration allows it, whoever signed in by hand with scopes of a user may look for one (PAT-06).',
      },
      { id: 'TOK-09', holds: 'A patient that is no FHIR id is refused.' },
      {
        id: 'TOK-10',
        holds: 'Token responses forbid being stored.',
        whyNot: {
          kind: 'server',
          reason: 'the app doesn’t rely on it, since it asks for no cache (TOK-02).',
        },
      },
    ],
  },
  {
    letter: 'A9',
    title: 'id_token',
    requirements: [
      {
        id: 'IDT-01',
        holds: 'An id_token that fails ends the sign-in; nothing of the record is shown.',
      },
      {
        id: 'IDT-02',
        holds: 'Its issuer equals the expected one exactly.',
      },
      {
        id: 'IDT-03',
        holds: 'It is for this client, and among several audiences says so by `azp`.',
      },
      {
        id: 'IDT-04',
        holds: 'It is neither expired, of the future nor old, within two minutes, at receipt only.',
      },
      {
        id: 'IDT-05',
        holds: 'Only asymmetric algorithms of a short list pass.',
        limit:
          'RS256, RS384, ES256 and ES384 pass at every server; the list is not narrowed per server.',
      },
      {
        id: 'IDT-06',
        holds: 'Its nonce is there and is the one sent.',
      },
      {
        id: 'IDT-07',
        holds: 'Keys come from the published set only, asked for once more for an unknown key.',
      },
      {
        id: 'IDT-08',
        holds:
          'Where the keys can’t be read the identity counts as unverified, and the page says so.',
      },
      {
        id: 'IDT-09',
        holds: 'A subject is named, and is the same after a refresh.',
      },
      {
        id: 'IDT-10',
        holds:
          '`fhirUser` is one of five types, relative or whole, and isn’t fetched from elsewhere.',
      },
      {
        id: 'IDT-11',
        holds: 'Who signed in need not be the patient, and is never taken for the patient.',
      },
      {
        id: 'IDT-12',
        holds: 'A maintained library does the cryptography.',
      },
    ],
  },
]
