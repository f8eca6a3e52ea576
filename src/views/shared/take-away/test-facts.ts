import type { ExportFacts } from '../../../observations/export/export-facts.ts'

/** What is to be known of a record that a server gave in part, for tests. */
export const exampleFacts: ExportFacts = {
  source: 'server',
  serverName: 'Example Hospital',
  issuer: 'https://ehr.example/fhir',
  patientId: 'p1',
  patient: 'Patient: Ada Example',
  bornAt: undefined,
  received: undefined,
  asOf: new Date(2026, 10, 28, 10).getTime(),
  madeAt: new Date(2026, 10, 28, 11).getTime(),
  isComplete: 'no',
  completeness: ['The whole record: 2 results loaded · 1 category refused'],
  selection: [],
}
