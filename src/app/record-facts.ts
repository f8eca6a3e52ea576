import { startOf } from '../fhir/fhir-date.ts'
import { isIncomplete, isPending, mayBeIncomplete } from '../fhir/record-status.ts'
import { t } from '../language/t.ts'
import type { LocalSource } from '../local-record/local-source.ts'
import { lacksResults } from '../local-record/left-out.ts'
import type { ExportFacts } from '../observations/export/export-facts.ts'
import { formatBirthDate } from '../patient/age.ts'
import type { PatientState } from '../patient/patient-state.ts'
import { recordNumberOf } from '../patient/tell-apart.ts'
import type { Session } from '../smart/session.ts'
import { formatMoment } from '../ui/format-moment.ts'
import { formatFault, formatMissing } from '../views/local/file-words.ts'
import { formatCategoryState } from '../views/record/category-words.ts'
import {
  formatChanges,
  formatLeftOut,
  formatRecordSummary,
  formatRelease,
  groupNotices,
} from '../views/record/record-words.ts'
import type { RecordSnapshot } from './record-store.ts'

/**
 * Says of a record, for a file made of it, whose it is, where it is from, and what was missing at the time (PAT-07).
 * `local` is where it comes from when no server gave it.
 */
export function toExportFacts(
  { serverName, iss, patientId }: Session,
  record: RecordSnapshot,
  selection: readonly string[],
  now: number,
  local: LocalSource | undefined,
): ExportFacts {
  const { patient } = record
  const birthDate = patient.kind === 'loaded' ? patient.patient.birthDate : undefined
  return {
    source: local?.kind ?? 'server',
    serverName,
    issuer: iss,
    patientId,
    patient: formatPatient(patient, local),
    bornAt: birthDate && startOf(birthDate),
    received: receivedOf(record),
    asOf: record.status.asOf,
    madeAt: now,
    isComplete: judge(record, local),
    completeness: describe(record, local),
    selection,
  }
}

/** All that came, what was entered in error too; undefined while more may come. */
function receivedOf({ status, observations, enteredInError }: RecordSnapshot) {
  if (status.categories.some(isPending)) return undefined
  return new Set([...observations, ...enteredInError].map(({ id }) => id))
}

function formatPatient(state: PatientState, local: LocalSource | undefined): string {
  if (local?.kind === 'files' && !local.hasPatient) return t('Patient not in the file')
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

function judge(record: RecordSnapshot, local: LocalSource | undefined): ExportFacts['isComplete'] {
  const { categories, release, withoutSubject, unreadable } = record.status
  const isPart =
    release === 'part' ||
    release === 'none' ||
    withoutSubject > 0 ||
    unreadable.length > 0 ||
    isPartlyOld(record) ||
    (local?.kind === 'files' && lacksResults(local.leftOut)) ||
    categories.some((one) => isPending(one) || isIncomplete(one))
  if (isPart) return 'no'
  return categories.some(mayBeIncomplete) ? 'not certain' : 'yes'
}

/** What every page says of a record that no server gave. */
function describeLocal(local: LocalSource | undefined): readonly string[] {
  if (local === undefined) return []
  if (local.kind === 'sample') return [t('Sample data: not a real person')]
  const { hasPatient, leftOut } = local
  return [
    ...(hasPatient ? [] : [t('The file does not say who the patient is')]),
    ...formatMissing(leftOut),
    ...leftOut.faults.map(({ name, fault }) =>
      t('{name}: {problem}', { name, problem: formatFault(fault) }),
    ),
  ]
}

function describe(record: RecordSnapshot, local: LocalSource | undefined): readonly string[] {
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
    ...formatLeftOut(status, local !== undefined),
    ...(changes !== undefined && isPartlyOld(record) ? [formatChanges(changes)] : []),
    ...(local === undefined
      ? [t('Only results in these categories are asked for; the record may hold more.')]
      : describeLocal(local)),
  ]
}
