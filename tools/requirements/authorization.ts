import type { RequirementSection } from './requirement.ts'

/** The redirect to the server and its answer. */
export const authorization: readonly RequirementSection[] = [
  {
    letter: 'A4',
    title: 'Authorization request',
    requirements: [
      { id: 'AUTHZ-01', holds: 'The request holds every parameter that it needs, each once.' },
      { id: 'AUTHZ-02', holds: '`state` comes from the CSPRNG, 256 bits of it.' },
      {
        id: 'AUTHZ-03',
        holds: 'The PKCE verifier is fresh and random, its challenge the SHA-256 of it.',
      },
      { id: 'AUTHZ-04', holds: 'PKCE is sent whatever the server lists.' },
      { id: 'AUTHZ-05', holds: 'A random nonce is sent and kept for the id_token.' },
      {
        id: 'AUTHZ-06',
        holds:
          'The redirect address is one registered address to the letter, without query or fragment.',
      },
      { id: 'AUTHZ-07', holds: '`aud` is the FHIR base of the launch, verbatim.' },
      {
        id: 'AUTHZ-08',
        holds: 'A request too long for GET goes by POST where the server offers it.',
      },
      {
        id: 'AUTHZ-09',
        holds: 'The least scopes are asked for: named types, reading and searching only.',
        limit: 'that is the default; scopes written in `config.json` go out as they stand.',
      },
      {
        id: 'AUTHZ-10',
        holds: 'No secret is in the app, and neither `max_age` nor `prompt=none` is sent.',
      },
      {
        id: 'AUTHZ-11',
        holds:
          'The authorization endpoint is reached by navigation in the same frame, never by fetch.',
      },
      {
        id: 'AUTHZ-12',
        holds: 'A transaction is stored before the redirect and serves for ten minutes.',
      },
    ],
  },
  {
    letter: 'A5',
    title: 'Callback',
    requirements: [
      { id: 'CB-01', holds: 'Nothing in an answer is believed before its `state` is found here.' },
      { id: 'CB-02', holds: 'A state serves once, also when the answer is an error.' },
      { id: 'CB-03', holds: 'An answer has either a code or an error, and no parameter twice.' },
      { id: 'CB-04', holds: 'The callback page without an answer adopts no session.' },
      {
        id: 'CB-05',
        holds: 'The answer leaves address bar and history before anything else happens.',
      },
      {
        id: 'CB-06',
        holds:
          'The callback page loads nothing foreign, links nowhere outside, and sends no Referer.',
      },
      { id: 'CB-07', holds: 'A code is sent once, whatever is mounted, reloaded or gone back to.' },
      {
        id: 'CB-08',
        holds: 'Where one lands after sign-in never comes from the answer.',
      },
      {
        id: 'CB-09',
        holds: 'An answer to a sign-in begun elsewhere is refused, and a session id is always new.',
      },
      {
        id: 'CB-10',
        holds: 'An answer in another window ends in a clear page that says how to start again.',
      },
    ],
  },
  {
    letter: 'A6',
    title: 'Mix-up defence',
    requirements: [
      {
        id: 'MIX-01',
        holds: 'An answer must come to the redirect address of the server that was asked.',
      },
      {
        id: 'MIX-02',
        holds:
          '`iss` in an answer must equal the issuer, and may not be missing where it was promised.',
      },
      {
        id: 'MIX-03',
        holds: 'Token endpoint, client id and keys are those of the stored transaction.',
      },
      { id: 'MIX-04', holds: 'Each redirect address is a real file on the host.' },
    ],
  },
]
