import { formatFhirDate, type FhirDate } from '../../fhir/fhir-date.ts'
import { t } from '../../language/t.ts'
import { formatAge, formatAgeAtDeath, formatBirthDate } from '../../patient/age.ts'
import type { LabelledText, Patient } from '../../patient/patient.ts'

/** Says of what the record doesn't hold that it doesn't. */
export const notGivenWords = () => t('Not given by the hospital')

/** A line of a part; `lang` is the language of a text that isn't the app's own, empty where nobody knows. */
export type Line = LabelledText & { readonly lang?: string }

/** Lines of the record, marked with the language they are written in. */
export function theirs({ language }: Patient, lines: readonly LabelledText[]): readonly Line[] {
  return lines.map((line) => ({ ...line, lang: language ?? '' }))
}

/** The entries of a part, or one that says that there are none. */
export function orNotGiven(label: string, items: readonly Line[]): readonly Line[] {
  return items.length > 0 ? items : [{ label, text: notGivenWords() }]
}

/** Birth, age and death in words; `today` is in the viewer's zone. The age at death only where both dates are whole. */
export function birthOf(patient: Patient, today: Date): LabelledText[] {
  const age = formatAge(patient, today)
  const ageAtDeath = formatAgeAtDeath(patient)
  return [
    { label: t('Birth date'), text: formatBirthDate(patient) },
    ...(age === undefined ? [] : [{ label: t('Age'), text: age }]),
    ...patient.birthDetails,
    ...deceasedOf(patient),
    ...(ageAtDeath === undefined ? [] : [{ label: t('Age at death'), text: ageAtDeath }]),
  ]
}

/** Administrative gender, or that it isn't given and why. */
export function genderOf(patient: Patient): LabelledText {
  const { administrativeGender, administrativeGenderAbsent: reason } = patient
  const absent = reason === undefined ? notGivenWords() : t('Not given ({reason})', { reason })
  return { label: t('Administrative gender'), text: administrativeGender ?? absent }
}

/** Whether the person has died; nothing when the record doesn't say. */
function deceasedOf({ deceased, deceasedAbsent: reason }: Patient): LabelledText[] {
  const label = t('Deceased')
  if (deceased.kind === 'no') return [{ label, text: t('No') }]
  if (deceased.kind === 'yes') {
    return [{ label, text: deathWords(deceased.date, reason) }]
  }
  return reason === undefined ? [] : [{ label, text: t('Not given ({reason})', { reason }) }]
}

function deathWords(date: FhirDate | undefined, reason: string | undefined): string {
  if (date !== undefined) return t('Yes, {date}', { date: formatFhirDate(date) })
  return reason === undefined ? t('Yes') : t('Yes; date not given ({reason})', { reason })
}
