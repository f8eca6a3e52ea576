import type { RequirementSection } from './requirement.ts'

/** Where the token, the address and the page itself may go. */
export const confinement: readonly RequirementSection[] = [
  {
    letter: 'A15',
    title: 'Token confinement',
    requirements: [
      {
        id: 'LEAK-01',
        holds: 'One function adds the token, and only to addresses below the FHIR base.',
      },
      { id: 'LEAK-02', holds: 'Origins are compared as origins, so that `:443` equals none.' },
      { id: 'LEAK-03', holds: 'No redirect is followed with the token.' },
      { id: 'LEAK-04', holds: 'The token travels in the Authorization header and nowhere else.' },
      {
        id: 'LEAK-05',
        holds: 'References to other servers are words, not requests.',
      },
      { id: 'LEAK-06', holds: 'No cache keeps FHIR answers.' },
      {
        id: 'LEAK-07',
        holds: 'No third party is contacted.',
      },
      {
        id: 'LEAK-08',
        holds: 'No message is posted but to the EHR’s own origin, which gave it, and none is read.',
      },
      { id: 'LEAK-09', holds: 'FHIR JSON is asked for by name, and GET names no content type.' },
      {
        id: 'LEAK-10',
        holds: 'Headers of a vendor’s own are sent only where configured.',
      },
    ],
  },
  {
    letter: 'A16',
    title: 'Addresses and referrer',
    requirements: [
      {
        id: 'URL-01',
        holds: 'Redirect addresses are fixed and plain, below the app’s own `callback/`.',
        limit: 'they are relative to where the app is served, so https is the host’s.',
      },
      {
        id: 'URL-02',
        holds: 'Routes of the app don’t change the redirect address that the server sees.',
      },
      {
        id: 'URL-03',
        holds: 'After the answer the address holds a route and a random id, no more.',
      },
      {
        id: 'URL-04',
        holds: 'No patient id, name or search term is in an address of the app.',
        limit: 'the address of a trend holds the code of the test, such as `loinc-4548-4`.',
      },
      {
        id: 'URL-05',
        holds: 'No page and no request sends a Referer.',
      },
      {
        id: 'URL-06',
        holds: 'Links to the outside are https, without opener and referrer.',
      },
      {
        id: 'URL-07',
        holds: 'No parameter makes the app redirect to an address of its choosing.',
      },
    ],
  },
  {
    letter: 'A17',
    title: 'Embedding',
    requirements: [
      {
        id: 'EMB-01',
        holds: 'Which sites may frame the app is said by a header on every answer.',
        limit:
          'a page can’t say it of itself, so hosts without headers of one’s own can’t keep others from framing the app. Proven with nginx; `npm run headers` writes files for other hosts too ([hosting.md](hosting.md)).',
      },
      {
        id: 'EMB-02',
        holds: 'A frame in which the server shows nothing says beforehand what to do.',
      },
      {
        id: 'EMB-03',
        holds: 'How Oracle’s EHRs want to be launched is documented.',
        limit: 'documented from what Oracle publishes; not tried in its EHRs.',
      },
      {
        id: 'EMB-04',
        holds: 'Blocked storage ends in a page that says so.',
      },
      {
        id: 'EMB-05',
        holds: 'The app works in a frame without reaching for the top window or dialogs.',
        limit:
          'the tests prove that the clipboard and the print dialog are optional; the latter comes only when somebody asks for it. By review: `src/smart/start-standalone.ts` compares the top window and does no more, and nothing calls another dialog.',
      },
      {
        id: 'EMB-06',
        holds: 'Every domain used is the app’s own or the issuer’s, so that EHRs can list them.',
      },
      {
        id: 'EMB-07',
        holds: 'The pages fit from 400 to 1200 pixels and trap no focus.',
      },
      {
        id: 'EMB-08',
        holds: 'A click stolen from the app does no harm.',
      },
      {
        id: 'EMB-09',
        holds: 'A network that the browser blocks is a cause that error and documentation name.',
        limit:
          'documented; a page can’t tell such a block from any other, so it names connection and CORS.',
      },
      { id: 'EMB-10', holds: 'Standalone sign-in refuses to run in a frame.' },
    ],
  },
  {
    letter: 'A18',
    title: 'Policy and headers',
    requirements: [
      {
        id: 'CSP-01',
        holds:
          'A strict policy: own scripts and styles alone, Trusted Types, no inline code, no plugins, no frames.',
      },
      {
        id: 'CSP-02',
        holds: 'The policy lists the servers that may be asked.',
        limit:
          'in the host’s header; the page’s own copy allows any https server, since the servers are known only when `config.json` is read. `npm run headers` writes such a header for long lists only when told to (`--any-https`), and says what remains at risk.',
      },
      {
        id: 'CSP-03',
        holds:
          'The host sends nosniff, no Referer, https only, no needless permissions, an opener policy, and how long each file may be kept.',
        limit:
          'proven with nginx; the files for Netlify, Cloudflare, Azure and CloudFront follow those hosts’ documentation. Strict-Transport-Security leaves subdomains alone, which are not the app’s to rule. `--keep-opener` leaves the opener policy out.',
      },
      {
        id: 'CSP-04',
        holds: 'External scripts carry a hash, and dependencies are pinned.',
        limit: 'no script is external (LEAK-07), so none needs a hash of its own.',
      },
      {
        id: 'CSP-05',
        holds: 'Each page carries a copy of the policy, for hosts without headers.',
      },
      { id: 'CSP-06', holds: 'The site holds no source maps, and no secrets.' },
    ],
  },
]
