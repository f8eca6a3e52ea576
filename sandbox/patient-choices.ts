import type { Patient } from 'fhir/r4'
import { html } from 'hono/html'

import { toDisplayName } from './fhir-store.ts'
import type { FhirStore } from './fhir-store.ts'
import type { Html } from './page-layout.ts'

/** A patient as the sandbox's pages list them. */
export type PatientChoice = {
  readonly id: string
  readonly name: string
  /** Such as "born 1971-08-15, 54 years, female, 2,682 results". */
  readonly details: string
}

/** Every patient, the demonstration record first, the others by number of results. */
export function listPatients(store: FhirStore, today = new Date()): PatientChoice[] {
  const size = (patient: Patient) => store.observationsOf(patient.id ?? '').length
  return [...store.patients]
    .sort((one, other) => size(other) - size(one))
    .map((patient) => ({
      id: patient.id ?? '',
      name: toDisplayName(patient.name),
      details: [
        patient.birthDate === undefined ? 'birth date unknown' : `born ${patient.birthDate}`,
        formatAge(patient.birthDate, today),
        patient.gender,
        `${size(patient).toLocaleString('en-US')} results`,
      ]
        .filter((part) => part !== undefined)
        .join(', '),
    }))
}

/** Age in whole years, in months below two years; undefined when the birth date is no full date. */
export function formatAge(birthDate: string | undefined, today: Date): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(birthDate ?? '') ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const isBeforeDay = today.getDate() < Number(day)
  const months =
    (today.getFullYear() - Number(year)) * 12 +
    (today.getMonth() + 1 - Number(month)) -
    (isBeforeDay ? 1 : 0)
  return months < 24 ? `${months} months` : `${Math.floor(months / 12)} years`
}

/** The radio list of patients: each named by the patient's name, described by the rest. */
export function toPatientRadios(patients: readonly PatientChoice[]): Html {
  return html`${patients.map(
    ({ id, name, details }, index) =>
      html`<div class="card">
        <input
          type="radio"
          name="patient"
          value="${id}"
          id="patient-${id}"
          aria-describedby="about-${id}"
          ${index === 0 ? 'checked' : ''}
        />
        <label for="patient-${id}">${name}</label>
        <small id="about-${id}">${details}</small>
      </div>`,
  )}`
}
