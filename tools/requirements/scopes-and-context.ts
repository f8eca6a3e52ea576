import { type RequirementSection } from './requirement.ts'

/** What was granted, for whom, and whose data came. */
export const scopesAndContext: readonly RequirementSection[] = [
  {
    letter: 'A10',
    title: 'Scopes',
    requirements: [
      {
        id: 'SCOPE-01',
        holds:
          'What was granted is compared with what each view needs, and the difference is said.',
      },
      {
        id: 'SCOPE-02',
        holds: 'Scopes of both versions, granular ones and odd spellings are understood.',
      },
      {
        id: 'SCOPE-03',
        holds: 'A missing scope means as asked; an empty one means nothing, and stops.',
      },
      {
        id: 'SCOPE-04',
        holds: 'More, or other, scopes than were asked for do no harm and are not relied on.',
      },
      {
        id: 'SCOPE-05',
        holds: 'A grant of some categories labels the view so.',
      },
      {
        id: 'SCOPE-06',
        holds: 'Patient-level scopes are asked for, never those of a system.',
      },
      {
        id: 'SCOPE-07',
        holds: 'The syntax of scopes follows the configuration, else what the server can do.',
      },
    ],
  },
  {
    letter: 'A11',
    title: 'Launch context',
    requirements: [
      {
        id: 'CTX-01',
        holds: 'The patient of the context is required and checked.',
      },
      {
        id: 'CTX-02',
        holds: 'An encounter is optional, and filters nothing that the user can’t lift.',
      },
      {
        id: 'CTX-03',
        holds: '`need_patient_banner` is false only for false and for the text “false”.',
        limit: 'where it is false one line of the app’s banner stays.',
      },
      {
        id: 'CTX-04',
        holds: 'Name and birth date stay in sight even if no banner is needed.',
      },
      {
        id: 'CTX-05',
        holds:
          'An EHR’s style file is ignored, or fetched without token and taken over value by checked value.',
        limit:
          'for a launch from the chart alone, from an origin of the server’s own; colours in light alone, and those that would be hard to read are not taken.',
      },
      {
        id: 'CTX-06',
        holds: '`intent` never becomes a route or an address.',
      },
      {
        id: 'CTX-07',
        holds: '`tenant` is neither interpreted nor logged.',
      },
      {
        id: 'CTX-08',
        holds: '`fhirContext` of any age and role is tolerated.',
      },
      {
        id: 'CTX-09',
        holds: 'After a long time out of sight the page shows prominently whose record it is.',
      },
      {
        id: 'CTX-10',
        holds: 'Another patient in a refresh response ends the session.',
      },
    ],
  },
  {
    letter: 'A12',
    title: 'Patient match',
    requirements: [
      {
        id: 'PAT-01',
        holds:
          'The Patient that came must have the id of the session; a merged record is called so, and stops.',
        limit:
          'a record that says it replaces the session’s stops too, where it might go on; a redirect without CORS headers can’t be told from a server that does not answer.',
      },
      {
        id: 'PAT-02',
        holds:
          'One Observation of another patient blocks everything; one of nobody is left out, counted.',
      },
      { id: 'PAT-03', holds: 'Every search names the patient, and every page is checked.' },
      {
        id: 'PAT-04',
        holds: 'What one session loads belongs to it alone; late answers are dropped.',
      },
      {
        id: 'PAT-05',
        holds: 'The header shows the Patient that was fetched, never an earlier one.',
      },
      {
        id: 'PAT-06',
        holds:
          'There is no patient search where the chart, or the server, says whose record it is.',
        limit:
          'configuration can turn one on for those who sign in by hand, with scopes of a user and none of a patient, and get no patient.',
      },
      { id: 'PAT-07', holds: 'The page says as of when, and what was loaded and what was not.' },
    ],
  },
]
