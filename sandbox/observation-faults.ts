import type { Observation, Reference } from 'fhir/r4'

import { categorySystem } from './epic-registration.ts'
import type { ContentFaultKind } from './faults.ts'
import { hostileText } from './hostile-text.ts'
import type { Tenant } from './tenant.ts'

type Change = (observation: Observation, tenant: Tenant) => Observation

/** The subject of an Observation as far as it goes, for rewriting. */
const referenceOf = ({ subject }: Observation) => subject?.reference ?? 'Patient/nobody'

const withSubject = (observation: Observation, subject: Reference): Observation => ({
  ...observation,
  subject,
})

/** Faults of one Observation: the first on the page (F-R8, F-R13, F-R15, F-R20). */
export const observationFaults: Partial<Record<ContentFaultKind, Change>> = {
  'without-subject': ({ subject: _subject, ...observation }) => observation,
  'foreign-patient': (observation) =>
    withSubject(observation, { reference: 'Patient/somebody-else' }),
  'subject-absolute': (observation, { fhirRoot }) =>
    withSubject(observation, { reference: `${fhirRoot}/${referenceOf(observation)}` }),
  'subject-versioned': (observation) =>
    withSubject(observation, { reference: `${referenceOf(observation)}/_history/2` }),
  'subject-identifier': (observation) =>
    withSubject(observation, { identifier: { system: 'urn:oid:1.2.3.4', value: 'MRN-0042' } }),
  'subject-contained': (observation) => ({
    ...withSubject(observation, { reference: '#subject' }),
    contained: [{ resourceType: 'Patient', id: 'subject', name: [{ family: 'Contained' }] }],
  }),
  'foreign-references': (observation, { id, foreignOrigin }) => {
    const foreign = (path: string) => ({
      reference: `${foreignOrigin}/${id}/api/FHIR/R4/${path}`,
      display: 'Kept elsewhere',
    })
    return {
      ...observation,
      performer: [foreign('Practitioner/dr-grey')],
      encounter: foreign('Encounter/visit-1'),
      hasMember: [foreign('Observation/gen-00001')],
      derivedFrom: [foreign('Observation/gen-00002')],
    }
  },
  'hostile-text': (observation) => ({
    ...observation,
    code: { text: hostileText, coding: [{ system: 'http://loinc.org', code: hostileText }] },
    valueQuantity: { value: 1, unit: hostileText, code: hostileText },
    interpretation: [{ text: hostileText }],
    referenceRange: [{ text: hostileText, appliesTo: [{ text: hostileText }] }],
    note: [{ text: hostileText, authorString: hostileText }],
    performer: [{ display: hostileText, reference: 'javascript:alert(1)' }],
    bodySite: { text: hostileText },
  }),
}

/** The value `two-versions` has in its first and in its second version. */
export const twoVersions = { id: 'fault-two-versions', first: 5.1, second: 7.4 }

/** The Observation of F-R16, in its first or second version. */
export function toVersion(subject: Reference, isFirst: boolean): Observation {
  const { first, second, id } = twoVersions
  return {
    resourceType: 'Observation',
    id,
    meta: {
      versionId: isFirst ? '1' : '2',
      lastUpdated: isFirst ? '2025-05-01T08:00:00Z' : '2025-05-02T08:00:00Z',
    },
    status: isFirst ? 'final' : 'corrected',
    category: ['laboratory', 'vital-signs'].map((code) => ({
      coding: [{ system: categorySystem, code }],
    })),
    code: { coding: [{ system: 'http://loinc.org', code: '2345-7', display: 'Glucose' }] },
    subject,
    effectiveDateTime: '2025-05-01T07:30:00Z',
    valueQuantity: {
      value: isFirst ? first : second,
      unit: 'mmol/L',
      system: 'http://unitsofmeasure.org',
      code: 'mmol/L',
    },
  }
}
