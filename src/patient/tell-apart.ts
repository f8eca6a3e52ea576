import { t } from '../language/t.ts'
import type { LabelledText, Patient } from './patient.ts'
import { former } from './use-and-period.ts'

/** The official names beside the one to show: a usual name such as "Jim" is not enough to tell people apart by (D9). */
export function officialNames({
  otherNames,
}: Pick<Patient, 'otherNames'>): readonly LabelledText[] {
  const official = t('Official name')
  return otherNames.filter(({ label }) => label === official)
}

/** The first identifier that is called a medical record number, by the app or by its sender (D9). */
export function recordNumberOf({
  identifiers,
}: Pick<Patient, 'identifiers'>): LabelledText | undefined {
  const ours = t('Medical record number')
  const labels = [ours, former(ours)]
  return identifiers.find(
    ({ label }) => labels.includes(label) || /\bMRN?\b|medical record/i.test(label),
  )
}
