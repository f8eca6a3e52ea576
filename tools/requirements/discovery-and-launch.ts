import type { RequirementSection } from './requirement.ts'

/** Before the redirect: which server, may it be asked, what does it say of itself. */
export const discoveryAndLaunch: readonly RequirementSection[] = [
  {
    letter: 'A1',
    title: 'Discovery',
    requirements: [
      {
        id: 'DISC-01',
        holds:
          'The SMART configuration is asked for as JSON, below the base with exactly one slash between.',
      },
      { id: 'DISC-02', holds: 'Discovery and key requests carry neither token nor cookie.' },
      {
        id: 'DISC-03',
        holds: 'A legacy server’s relative endpoints are read against its FHIR base.',
      },
      {
        id: 'DISC-04',
        holds: 'Endpoints that are not https are refused, but for this machine in development.',
      },
      {
        id: 'DISC-05',
        holds:
          'PKCE S256 is sent to every server, and one that offers only another method is refused.',
      },
      {
        id: 'DISC-06',
        holds: 'Listed capabilities are advice; only missing endpoints stop a launch.',
      },
      {
        id: 'DISC-07',
        holds:
          'Legacy discovery follows a 404 or an answer that isn’t JSON, never a network failure.',
      },
      {
        id: 'DISC-08',
        holds: 'A server that can’t be read is named by host, with CORS as a possible cause.',
      },
      { id: 'DISC-09', holds: 'A redirect of discovery is not followed.' },
      {
        id: 'DISC-10',
        holds: 'What one issuer said of itself serves its own launch and no other.',
      },
      {
        id: 'DISC-11',
        holds:
          'The OpenID configuration lies below the id_token’s issuer and agrees with it to the letter.',
        limit:
          'Read only where smart-configuration lacks issuer or keys; where it has both, they are taken as they are. Where neither says an issuer, the id_token’s own is not compared with anything, and the page says that who signed in is not verified.',
      },
      { id: 'DISC-12', holds: 'Discovery gives up after a time, and tries twice.' },
    ],
  },
  {
    letter: 'A2',
    title: 'Issuer allow-list',
    requirements: [
      {
        id: 'ISS-01',
        holds:
          'A launch goes on only for a configured issuer, equal after plain canonical comparison.',
      },
      { id: 'ISS-02', holds: 'The issuer is sent as audience exactly as it was written.' },
      { id: 'ISS-03', holds: 'An unknown issuer gets no request, and its host is shown as text.' },
      {
        id: 'ISS-04',
        holds: 'Parameters that would override server, patient or client are refused.',
      },
      {
        id: 'ISS-05',
        holds: 'Client id and redirect address come from the issuer’s own configuration.',
      },
      { id: 'ISS-06', holds: 'Names of servers are text, and a bundle adds no server.' },
      {
        id: 'ISS-07',
        holds: 'Brand bundles are cached by ETag, the endpoint’s own before a vendor’s.',
      },
    ],
  },
  {
    letter: 'A3',
    title: 'Launch',
    requirements: [
      {
        id: 'LAUNCH-01',
        holds: 'An EHR launch needs `iss` and `launch`, each once and not empty.',
      },
      { id: 'LAUNCH-02', holds: 'The launch value passes byte for byte, unread.' },
      {
        id: 'LAUNCH-03',
        holds: 'Each launch is a new session; one left behind in the tab is dropped.',
      },
      { id: 'LAUNCH-04', holds: 'Every EHR launch asks for the scope `launch`.' },
      { id: 'LAUNCH-05', holds: 'A standalone sign-in sends no launch value.' },
      { id: 'LAUNCH-06', holds: 'The launch page asks for nothing of the record.' },
      {
        id: 'LAUNCH-07',
        holds:
          'The launch page opened by hand leads to the home page, with no redirect to a server.',
      },
      {
        id: 'LAUNCH-08',
        holds: 'Launches at the same time don’t meet, since each has a random id of its own.',
      },
      {
        id: 'LAUNCH-09',
        holds:
          'One launch address serves all issuers, while each may have its own redirect address.',
      },
    ],
  },
]
