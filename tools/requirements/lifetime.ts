import type { RequirementSection } from './requirement.ts'

/** How a session goes on, and how it ends. */
export const lifetime: readonly RequirementSection[] = [
  {
    letter: 'A13',
    title: 'Refresh and expiry',
    requirements: [
      {
        id: 'REF-01',
        holds: 'Refresh tokens are asked for only where the configuration says so.',
      },
      { id: 'REF-02', holds: 'A refresh request names the client.' },
      { id: 'REF-03', holds: 'A refresh asks for no more than was granted.' },
      {
        id: 'REF-04',
        holds: 'A rotated refresh token replaces the old one, which is never sent again.',
      },
      {
        id: 'REF-05',
        holds: 'One refresh at a time for a session, in all its tabs.',
      },
      {
        id: 'REF-06',
        holds: 'A refresh that failed on the way keeps the token; one refused ends the session.',
      },
      { id: 'REF-07', holds: 'At most one refresh a minute.' },
      {
        id: 'REF-08',
        holds: 'A session ends after some hours, and covers itself when nobody is there.',
      },
      {
        id: 'REF-09',
        holds:
          'The end is known beforehand, warned of, and then covers the record and stops requests.',
      },
      {
        id: 'REF-10',
        holds:
          'A 401 leads to one refresh at most, never a loop, and leaves the list marked incomplete.',
      },
      {
        id: 'REF-11',
        holds: 'Nothing depends on `WWW-Authenticate`, which browsers hide.',
      },
    ],
  },
  {
    letter: 'A14',
    title: 'Sign-out and revocation',
    requirements: [
      {
        id: 'END-01',
        holds: 'Signing out clears storage, memory and page, and Back shows nothing.',
        limit:
          'a duplicate of the tab that is at another site just then isn’t told; where the server revokes nothing, Back shows the record there again until its own time is over.',
      },
      {
        id: 'END-02',
        holds:
          'The token is revoked where that is offered; without an answer one is signed out all the same.',
      },
      {
        id: 'END-03',
        holds: 'The page says that the portal’s or EHR’s own session stays open.',
      },
      {
        id: 'END-04',
        holds: 'A page brought back by the browser’s Back cache checks its session again.',
        limit:
          'Playwright switches the Back cache off, so its own event is met in a unit test, and Back in a browser by loading anew.',
      },
      {
        id: 'END-05',
        holds: 'The server’s page for reviewing access is linked where there is one.',
      },
      {
        id: 'END-06',
        holds: 'After inactivity the record is covered.',
      },
    ],
  },
]
