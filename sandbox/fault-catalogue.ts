import { faultGroups, splitFaultIds } from './fault-ids.ts'
import type { FaultGroup } from './fault-ids.ts'
import type { ContentFault, ContentFaultKind, Faults, FhirFault, FhirFaultKind } from './faults.ts'
import { contentFaults, fhirFaults } from './fhir-fault-tables.ts'
import * as tables from './sign-in-fault-tables.ts'
import type { FaultEntry } from './sign-in-fault-tables.ts'

/** A fault as the Launchpad lists it: with the setting that switches it on. */
export type CatalogueFault = FaultEntry & { readonly name: string; readonly faults: Faults }

function list<Name extends string>(
  group: string,
  table: Readonly<Record<Name, FaultEntry>>,
  toFaults: (name: Name) => Faults,
): CatalogueFault[] {
  const names = Object.keys(table) as Name[]
  return names.map((name) => ({
    ...table[name],
    name: `${group}: ${name}`,
    faults: toFaults(name),
  }))
}

const laboratory = { type: 'Observation', category: 'laboratory' } as const

/** The faults of one status each, as vendors send it. */
const statuses: readonly CatalogueFault[] = [
  toStatus('F-R1', '401', 'Answers 401 with a JSON text of no characters, as Epic.', {
    status: 401,
    body: 'quotes',
  }),
  toStatus('F-R2', '403 empty', 'Answers 403 with nothing, as Epic.', {
    status: 403,
    body: 'empty',
  }),
  toStatus('F-R3', '403', 'Answers 403 with an OperationOutcome.', { status: 403 }),
  toStatus('F-R4', '404', 'Answers 404 with an OperationOutcome.', { status: 404 }),
  toStatus('F-R19', '429', 'Answers 429 and asks to wait a second.', { status: 429 }),
  toStatus('F-R19', '503', 'Answers 503 and asks to wait five seconds.', {
    status: 503,
    retryAfter: 5,
  }),
]

function toStatus(
  id: string,
  name: string,
  does: string,
  fault: Omit<FhirFault, 'kind'>,
): CatalogueFault {
  return {
    id,
    name: `fhir: status ${name}`,
    does,
    faults: { fhir: [{ kind: 'status', ...laboratory, ...fault }] },
  }
}

/** Where a content fault shows best: the Patient read, or the page the catalogue names. */
const contentTargets: Partial<Record<ContentFaultKind, Omit<ContentFault, 'kind'>>> = {
  'other-patient-id': {},
  'foreign-photo': { type: 'Patient' },
  'hostile-patient': { type: 'Patient' },
  'merged-patient': { type: 'Patient' },
  'replaced-patient': { type: 'Patient' },
  'hostile-narrative': { type: 'Observation' },
  'foreign-patient': { type: 'Observation', page: 2 },
  'paging-expired': { type: 'Observation', page: 3 },
  'token-expires': { type: 'Observation', page: 2 },
}

const everywhere: readonly FhirFaultKind[] = ['out-of-order']

/** Every fault, each with a setting that shows it; those that take an address or a page carry an example. */
export const faultCatalogue: readonly CatalogueFault[] = [
  ...list('discovery', tables.discoveryFaults, (discovery) => ({ discovery })),
  ...list('authorize', tables.authorizeFaults, (authorize) => ({ authorize })),
  ...list('token', tables.tokenFaults, (name) => ({ token: [name] })),
  {
    id: 'F-T4',
    name: 'grantOnly',
    does: 'Only these resource scopes are granted, whatever was asked.',
    faults: { grantOnly: ['patient/Patient.r'] },
  },
  {
    id: 'F-T17',
    name: 'tokenDelayMs',
    does: 'The token endpoint takes this many milliseconds.',
    faults: { tokenDelayMs: 20_000 },
  },
  ...list('refresh', tables.refreshFaults, (name) => ({ refresh: [name] })),
  ...list('idToken', tables.idTokenFaults, (idToken) => ({ idToken })),
  ...list('jwks', tables.jwksFaults, (jwks) => ({ jwks })),
  {
    id: 'F-R21',
    name: 'tokenSeconds',
    does: 'Access tokens live this many seconds.',
    faults: { tokenSeconds: 30 },
  },
  {
    // Long enough to be renewed half-way: an app asks once a minute at most.
    id: 'F-R21',
    name: 'tokenSeconds: 150',
    does: 'Access tokens live two and a half minutes; for seeing a renewal, and the faults of it.',
    faults: { tokenSeconds: 150 },
  },
  {
    id: 'F-R12',
    name: 'pagingSeconds',
    does: 'Paging sessions live this many seconds.',
    faults: { pagingSeconds: 1 },
  },
  ...statuses,
  ...list('fhir', fhirFaults, (kind) => ({
    fhir: [everywhere.includes(kind) ? { kind } : { kind, ...laboratory }],
  })),
  {
    id: 'F-R26',
    name: 'fhir: one refused, one hangs',
    does: 'Laboratory is answered 403, vital signs never.',
    faults: {
      fhir: [
        { kind: 'status', ...laboratory, status: 403 },
        { kind: 'hang', type: 'Observation', category: 'vital-signs' },
      ],
    },
  },
  ...list('content', contentFaults, (kind) => ({
    content: [{ kind, ...(contentTargets[kind] ?? { page: 1 }) }],
  })),
]

/** The catalogue by the groups of its ids, in the catalogue's order. */
export function groupFaults(): { letter: FaultGroup; title: string; faults: CatalogueFault[] }[] {
  const letters = Object.keys(faultGroups) as FaultGroup[]
  return letters.map((letter) => ({
    letter,
    title: faultGroups[letter],
    faults: faultCatalogue.filter(({ id }) => splitFaultIds(id)[0]?.startsWith(`F-${letter}`)),
  }))
}
