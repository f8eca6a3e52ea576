import { formatFhirDate } from '../../fhir/fhir-date.ts'
import { formatAge, formatAgeAtDeath, formatBirthDate } from '../../patient/age.ts'
import type { LabelledText, Patient } from '../../patient/patient.ts'

/** Said of what the record doesn't hold. */
export const NOT_GIVEN = 'Not given by the hospital'

/** The entries of a part, or one that says that there are none. */
export function orNotGiven(label: string, items: readonly LabelledText[]): readonly LabelledText[] {
  return items.length > 0 ? items : [{ label, text: NOT_GIVEN }]
}

/** Birth, age and death in words; `today` is in the viewer's zone. The age at death only where both dates are whole. */
export function birthOf(patient: Patient, today: Date): LabelledText[] {
  const age = formatAge(patient, today)
  const ageAtDeath = formatAgeAtDeath(patient)
  return [
    { label: 'Birth date', text: formatBirthDate(patient) },
    ...(age === undefined ? [] : [{ label: 'Age', text: age }]),
    ...patient.birthDetails,
    ...deceasedOf(patient),
    ...(ageAtDeath === undefined ? [] : [{ label: 'Age at death', text: ageAtDeath }]),
  ]
}

/** Administrative gender, or that it isn't given and why. */
export function genderOf(patient: Patient): LabelledText {
  const { administrativeGender, administrativeGenderAbsent: reason } = patient
  const absent = reason === undefined ? NOT_GIVEN : `Not given (${reason})`
  return { label: 'Administrative gender', text: administrativeGender ?? absent }
}

/** Whether the person has died; nothing when the record doesn't say. */
function deceasedOf({ deceased, deceasedAbsent: reason }: Patient): LabelledText[] {
  const label = 'Deceased'
  if (deceased.kind === 'no') return [{ label, text: 'No' }]
  if (deceased.kind === 'yes') {
    const date = deceased.date === undefined ? '' : `, ${formatFhirDate(deceased.date)}`
    const why = reason === undefined || date !== '' ? '' : `; date not given (${reason})`
    return [{ label, text: `Yes${date}${why}` }]
  }
  return reason === undefined ? [] : [{ label, text: `Not given (${reason})` }]
}
