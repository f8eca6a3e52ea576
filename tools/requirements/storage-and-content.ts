import { watched, type RequirementSection } from './requirement.ts'

/** What is kept, logged and shown, and how tabs share a browser. */
export const storageAndContent: readonly RequirementSection[] = [
  {
    letter: 'A19',
    title: 'Storage',
    requirements: [
      {
        id: 'STO-01',
        holds: 'Tokens are in sessionStorage and in no other store.',
      },
      { id: 'STO-02', holds: 'Records have keys of their own, and are checked when read.' },
      { id: 'STO-03', holds: 'Verifier, nonce, state and id_token are gone after the exchange.' },
      {
        id: 'STO-04',
        holds: 'Nothing of the record is in a store that outlives the page.',
        limit:
          'the ids of patient and encounter, though no more, are kept with the session in sessionStorage.',
      },
      {
        id: 'STO-05',
        holds: 'A stored session serves only its own id, its time, and a server still configured.',
      },
      {
        id: 'STO-06',
        holds: 'A duplicated tab can’t redeem a copied transaction, and learns of a sign-out.',
      },
      {
        id: 'STO-07',
        holds: 'The threat model says plainly what browser storage can’t protect.',
      },
    ],
  },
  {
    letter: 'A20',
    title: 'Logging',
    requirements: [
      {
        id: 'LOG-01',
        holds: 'No token, code, id or resource reaches the console.',
      },
      {
        id: 'LOG-02',
        holds: 'Errors show kind, status and host, never a foreign message or body.',
      },
      {
        id: 'LOG-03',
        holds: 'There are no analytics.',
        whyNot: watched('as LEAK-07, by `e2e/watched-test.ts`.'),
      },
      { id: 'LOG-04', holds: 'A server’s diagnostics are text on demand, not logged.' },
      {
        id: 'LOG-05',
        holds: 'Title and history name nobody.',
      },
    ],
  },
  {
    letter: 'A21',
    title: 'Hostile content',
    requirements: [
      {
        id: 'XSS-01',
        holds: 'Narrative is not rendered.',
      },
      {
        id: 'XSS-02',
        holds: 'Whatever a server sends is shown as text.',
      },
      {
        id: 'XSS-03',
        holds: 'Addresses in data become links only if they are safe.',
      },
      {
        id: 'XSS-04',
        holds: 'Attachments and photos are not shown in the app’s origin.',
      },
      { id: 'XSS-05', holds: 'Control and direction characters are taken out or isolated.' },
      { id: 'XSS-06', holds: 'Exported cells can’t become formulas.' },
      {
        id: 'XSS-07',
        holds: 'Server JSON is never merged into ours, and its size and depth are bounded.',
      },
    ],
  },
  {
    letter: 'A22',
    title: 'Tabs and lifecycle',
    requirements: [
      { id: 'TAB-01', holds: 'Two tabs keep two patients apart.' },
      {
        id: 'TAB-02',
        holds: 'Two pages over one sessionStorage keep two patients apart.',
      },
      { id: 'TAB-03', holds: 'A launch in the same tab replaces the session wholly.' },
      {
        id: 'TAB-04',
        holds: 'A reload keeps the patient, on any page.',
      },
      {
        id: 'TAB-05',
        holds: 'Back never sends a code again.',
      },
      { id: 'TAB-06', holds: 'A session’s address in another browser shows nothing.' },
    ],
  },
]
