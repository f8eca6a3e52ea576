import { t } from '../../language/t.ts'

/** What somebody knows of the patient they look for; empty is not known. */
export type PatientCriteria = {
  readonly family: string
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
  readonly recordNumber: string
}

/**
 * What is still needed before a search makes sense, in words; undefined when it may begin. A family name alone finds
 * too many, and shows them to whoever looks.
 */
export function lacking({ family, birthDate, recordNumber }: PatientCriteria): string | undefined {
  const letters = family.match(/\p{L}/gu)?.length ?? 0
  if (letters < 2) return t('Enter at least two letters of the family name.')
  return birthDate === '' && recordNumber.trim() === ''
    ? t('Enter the birth date or the record number as well.')
    : undefined
}
