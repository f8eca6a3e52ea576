import type { Patient } from 'fhir/r4'

import type { ContentFaultKind } from './faults.ts'
import { hostileNarrative, hostileSvg, hostileText } from './hostile-text.ts'
import type { Tenant } from './tenant.ts'

/** The id a Patient has after `merged-patient` and `replaced-patient` (F-R22). */
export function toSurvivorId(id: string): string {
  return `${id}-survivor`
}

/** The id of the Patient that a survivor's id stands for; undefined for any other id. */
export function readSurvivorId(id: string): string | undefined {
  return /^(.+)-survivor$/.exec(id)?.[1]
}

/** A Patient as it is after a merge: another id, and a link to the one it replaces (FHIR R4 Patient.link). */
export function toSurvivor(patient: Patient): Patient {
  const { id = '' } = patient
  return {
    ...patient,
    id: toSurvivorId(id),
    link: [{ type: 'replaces', other: { reference: `Patient/${id}` } }],
  }
}

/** Faults of the Patient read (F-R8, F-R14, F-R20, F-R22). */
export const patientFaults: Partial<
  Record<ContentFaultKind, (patient: Patient, tenant: Tenant) => Patient>
> = {
  'other-patient-id': (patient) => ({ ...patient, id: 'another-id' }),
  'replaced-patient': toSurvivor,
  'foreign-photo': (patient, { foreignOrigin, id }) => ({
    ...patient,
    photo: [{ contentType: 'image/png', url: `${foreignOrigin}/${id}/api/FHIR/R4/Binary/photo` }],
  }),
  'hostile-patient': (patient) => ({
    ...patient,
    text: { status: 'generated', div: hostileNarrative },
    name: [{ use: 'official', text: hostileText, family: hostileText, given: [hostileText] }],
    telecom: [
      { system: 'url', value: 'javascript:alert(document.cookie)' },
      { system: 'phone', value: hostileText },
    ],
    address: [{ text: hostileText, line: [hostileText] }],
    identifier: [{ type: { text: 'MR' }, system: 'javascript:alert(1)', value: hostileText }],
    photo: [
      {
        contentType: 'image/svg+xml',
        title: hostileText,
        data: Buffer.from(hostileSvg).toString('base64'),
      },
      { contentType: 'image/png', url: 'javascript:alert(1)' },
    ],
  }),
}
