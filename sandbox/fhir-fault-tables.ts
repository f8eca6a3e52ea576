import type { FaultTable } from './sign-in-fault-tables.ts'

/** Faults of single FHIR answers, whatever is in them. */
export const fhirFaults = {
  status: {
    id: 'F-R1, F-R2, F-R3, F-R4, F-R19',
    does: 'Answers with the status it names, else 500.',
  },
  html: { id: 'F-R5', does: 'Answers with an HTML page.' },
  'required-missing': {
    id: 'F-R6',
    does: 'Answers 400 as Epic does without category or code (59108).',
  },
  'break-the-glass': {
    id: 'F-R25',
    does: 'Answers 403 as Epic does to a protected record (4131), after a mere information.',
  },
  'foreign-redirect': { id: 'F-R8', does: 'Answers 302 to another origin.' },
  empty: { id: 'F-R29', does: 'Answers 200 with an empty body.' },
  truncated: { id: 'F-R29', does: 'The JSON stops in the middle.' },
  xml: { id: 'F-R17', does: 'Answers with FHIR XML.' },
  'without-cors': { id: 'F-R18', does: 'The answer has no CORS header.' },
  'wrong-content-type': { id: 'F-R28', does: 'The JSON is declared text/plain.' },
  hang: { id: 'F-R26', does: 'Never answers.' },
  slow: { id: 'F-R30', does: 'Answers late: after three seconds, or after its ms.' },
  'out-of-order': {
    id: 'F-R30',
    does: 'Of three requests the first is answered last: after twice its ms, its ms (500), at once.',
  },
  drop: { id: 'F-R30', does: 'Drops the connection.' },
} as const satisfies FaultTable

/** Faults of what the FHIR answers say. */
export const contentFaults = {
  'outcome-entries': {
    id: 'F-R7',
    does: 'The page ends with notices: nothing found (4101), more may exist (4119), withheld (59204).',
  },
  'foreign-next': { id: 'F-R8', does: 'The next link points to another origin.' },
  'protocol-next': {
    id: 'F-R8',
    does: 'The next link points to another origin and names no scheme.',
  },
  'twin-next': {
    id: 'F-R8',
    does: 'The next link points to a path that only begins as the base does.',
  },
  'climbing-next': { id: 'F-R8', does: 'The next link climbs out of the base by dots.' },
  'foreign-references': {
    id: 'F-R8',
    does: 'One Observation refers to performer, encounter and members on another origin.',
  },
  'foreign-photo': { id: 'F-R8', does: 'The photo of the Patient is on another origin.' },
  'other-spelling-next': {
    id: 'F-R9',
    does: 'The next link spells the same server otherwise, as :443 would.',
  },
  'relative-next': { id: 'F-R10', does: 'The next link is relative.' },
  'looping-next': { id: 'F-R11', does: 'The next link leads to the same page.' },
  'paging-expired': { id: 'F-R12', does: 'The paging session has run out (Epic 4113).' },
  'foreign-patient': { id: 'F-R13', does: 'One Observation belongs to another patient.' },
  'other-patient-id': { id: 'F-R14', does: 'The Patient read has another id.' },
  'without-subject': { id: 'F-R15', does: 'One Observation has no subject.' },
  'subject-absolute': {
    id: 'F-R15',
    does: 'One Observation has an absolute subject: the right one.',
  },
  'subject-versioned': { id: 'F-R15', does: 'One Observation names a version of its subject.' },
  'subject-identifier': {
    id: 'F-R15',
    does: 'One Observation has an identifier alone as subject.',
  },
  'subject-contained': { id: 'F-R15', does: 'One Observation contains its subject.' },
  'two-versions': {
    id: 'F-R16',
    does: 'One Observation comes in every category, as version 1 in laboratory and 2 elsewhere.',
  },
  'hostile-text': {
    id: 'F-R20',
    does: 'One Observation has markup, scripts, control and bidi characters in every text.',
  },
  'hostile-narrative': {
    id: 'F-R20',
    does: 'Every Observation has a narrative with scripts in it.',
  },
  'hostile-patient': {
    id: 'F-R20',
    does: 'The Patient has markup as name, a javascript: address and an SVG photo with a script.',
  },
  'token-expires': { id: 'F-R21', does: 'The access token runs out at this page.' },
  'merged-patient': {
    id: 'F-R22',
    does: 'The Patient was merged: the read redirects to another id (Epic 4107).',
  },
  'replaced-patient': {
    id: 'F-R22',
    does: 'The Patient read has another id and says that it replaces the one asked for.',
  },
  'wrong-total': { id: 'F-R23', does: 'Bundle.total is ten too high.' },
  'outcome-without-mode': { id: 'F-R27', does: 'An OperationOutcome entry has no search.mode.' },
} as const satisfies FaultTable
