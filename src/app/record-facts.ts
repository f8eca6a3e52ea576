import { isIncomplete, isPending, mayBeIncomplete } from '../fhir/record-status.ts'
import { t } from '../language/t.ts'
import type { ExportFacts } from '../observations/export/export-facts.ts'
import { formatBirthDate } from '../patient/age.ts'
import type { PatientState } from '../patient/patient-state.ts'
import { recordNumberOf } from '../patient/tell-apart.ts'
import type { Session } from '../smart/session.ts'
import { formatMoment } from '../ui/format-moment.ts'
import { formatCategoryState } from '../views/record/category-words.ts'
import {
  formatChanges,
  formatLeftOut,
  formatRecordSummary,
  formatRelease,
  groupNotices,
} from '../views/record/record-words.ts'
import type { RecordSnapshot } from './record-store.ts'

/** Says of a record, for a file made of it, whose it is, where it is from, and what was missing at the time (PAT-07). */
export function toExportFacts(
  { serverName, iss, patientId }: Session,
  record: RecordSnapshot,
  selection: readonly string[],
  now: number,
): ExportFacts {
  return {
    serverName,
    issuer: iss,
    patientId,
    patient: formatPatient(record.patient),
    asOf: record.status.asOf,
    madeAt: now,
    isComplete: judge(record),
    completeness: describe(record),
    selection,
  }
}

function formatPatient(state: PatientState): string {
  if (state.kind !== 'loaded') return t('Patient: the app could not load who it is')
  const { patient } = state
  const recordNumber = recordNumberOf(patient)
  const words = { name: patient.name, birth: formatBirthDate(patient) }
  if (recordNumber === undefined) return t('Patient: {name}, born {birth}', words)
  const { label, text } = recordNumber
  return t('Patient: {name}, born {birth}, {label} {number}', { ...words, label, number: text })
}

/** Whether loading the record again came to an end without all of it. */
const isPartlyOld = ({ changes }: RecordSnapshot) =>
  changes !== undefined && (changes.isLoading || changes.gone === undefined)

function judge(record: RecordSnapshot): ExportFacts['isComplete'] {
  const { categories, release, withoutSubject, unreadable } = record.status
  const isPart =
    release === 'part' ||
    release === 'none' ||
    withoutSubject > 0 ||
    unreadable.length > 0 ||
    isPartlyOld(record) ||
    categories.some((one) => isPending(one) || isIncomplete(one))
  if (isPart) return 'no'
  return categories.some(mayBeIncomplete) ? 'not certain' : 'yes'
}

function describe(record: RecordSnapshot): readonly string[] {
  const { status, observations, changes } = record
  const { asOf, categories } = status
  const release = formatRelease(status)
  return [
    t('The whole record: {summary}', { summary: formatRecordSummary(status, observations.length) }),
    ...(asOf === undefined ? [] : [t('Data as of {moment}', { moment: formatMoment(asOf) })]),
    ...(release === undefined ? [] : [release]),
    ...categories.map(
      ({ category: { title }, state }) => `${title}: ${formatCategoryState(state)}`,
    ),
    ...groupNotices(status).map(({ words, titles }) => `${titles}: ${words}`),
    ...formatLeftOut(status),
    ...(changes !== undefined && isPartlyOld(record) ? [formatChanges(changes)] : []),
    t('Only results in these categories are asked for; the record may hold more.'),
  ]
}
