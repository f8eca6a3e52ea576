import type { Breathe } from '../fhir/breather.ts'
import { createMerge } from '../fhir/merge.ts'
import type { FileContents, FoundPatient, FoundResult } from './file-contents.ts'
import { inSlices } from './in-slices.ts'
import { addressOf, areMixed, type PatientInFile } from './same-person.ts'
import type { SubjectName } from './subject-name.ts'

/** Somebody whom the files are about. */
export type FilePerson = {
  /** Names this one among the others. */
  readonly key: string
  /** The id that results refer to. */
  readonly id: string
  /** Undefined where the files hold no Patient for these results. */
  readonly patient: FoundPatient | undefined
  readonly results: readonly FoundResult[]
  /** The server that the Patient is named on; empty where none is. */
  readonly base: string
  /** Numbers of the files, from 0, that hold something of this one. */
  readonly files: readonly number[]
  /** Whether different people stand under this one id: nothing of them can be told apart. */
  readonly isMixed: boolean
}

/** Everybody the files are about, and the results that belong to nobody. */
export type People = {
  readonly people: readonly FilePerson[]
  /** Results that name nobody, or by an address that leads nowhere. */
  readonly nobodys: number
  /** Results of a group, a device, a place. */
  readonly notOfPatients: number
}

type Draft = {
  readonly id: string
  readonly base: string
  readonly patients: PatientInFile[]
  readonly results: FoundResult[]
  readonly files: Set<number>
}

/**
 * Sorts results by whom they are about (PAT-02). Ids belong to the server that they are named on; where none is named, they
 * mean the one server that this id is named on, if there is no other.
 */
export async function sortByPerson(
  files: readonly FileContents[],
  breathe: Breathe,
): Promise<People> {
  const toKey = await createKeys(files, breathe)
  const shared = findShared(files, toKey)
  const drafts = new Map<string, Draft>()
  let nobodys = 0
  let notOfPatients = 0

  function draftOf(key: string, id: string, file: number): Draft {
    const base = key.slice(0, key.indexOf('|'))
    const draft = drafts.get(key) ?? { id, base, patients: [], results: [], files: new Set() }
    drafts.set(key, draft)
    draft.files.add(file)
    return draft
  }

  function keyOf(patient: FoundPatient): string {
    const key = toKey(patient.base, patient.id)
    return shared.has(key) ? `${key} ${addressOf(patient)}` : key
  }

  const byAddress = files.map(({ patients }, file) => {
    const known = new Map<string, string | undefined>()
    for (const patient of patients) {
      const key = keyOf(patient)
      draftOf(key, patient.id, file).patients.push([patient, file])
      const { fullUrl } = patient
      if (fullUrl === undefined) continue
      const isOneKey = !known.has(fullUrl) || known.get(fullUrl) === key
      known.set(fullUrl, isOneKey ? key : undefined)
    }
    return known
  })
  for (const [file, { results }] of files.entries())
    await inSlices(results, breathe, (result) => takeResult(result, file))
  return { people: [...drafts].map(toPerson), nobodys, notOfPatients }

  function takeResult(result: FoundResult, file: number): void {
    const { subject } = result
    if (subject.kind === 'nobody') nobodys += 1
    else if (subject.kind === 'no-patient') notOfPatients += 1
    else {
      const known = byAddress[file]
      const isKnown = known?.has(subject.address) === true
      const key = isKnown ? known.get(subject.address) : keyByName(subject)
      if (key === undefined) nobodys += 1
      else draftOf(key, subject.kind === 'patient' ? subject.id : '', file).results.push(result)
    }
  }

  /** The address of an entry means something in its own file alone; an id that different people share, nobody. */
  function keyByName(subject: SubjectName): string | undefined {
    if (subject.kind !== 'patient') return undefined
    const key = toKey(subject.base, subject.id)
    return shared.has(key) ? undefined : key
  }
}

/** Keys that different people in one file have, who can be told apart by the addresses of their entries. */
function findShared(
  files: readonly FileContents[],
  toKey: (base: string, id: string) => string,
): ReadonlySet<string> {
  const byKey = new Map<string, PatientInFile[][]>()
  files.forEach(({ patients }, file) => {
    for (const patient of patients) {
      const key = toKey(patient.base, patient.id)
      const inFiles = byKey.get(key) ?? []
      byKey.set(key, inFiles)
      const last = inFiles.at(-1)
      if (last?.[0]?.[1] === file) last.push([patient, file])
      else inFiles.push([[patient, file]])
    }
  })
  return new Set(
    [...byKey].flatMap(([key, inFiles]) => {
      const addresses = new Set(inFiles.flat().map(([patient]) => addressOf(patient)))
      const canBeToldApart = addresses.size > 1 && !addresses.has('')
      return canBeToldApart && inFiles.some(areMixed) ? [key] : []
    }),
  )
}

/** Names a patient by server and id, and one whose server isn't named by the only server that has such a patient. */
async function createKeys(
  files: readonly FileContents[],
  breathe: Breathe,
): Promise<(base: string, id: string) => string> {
  const bases = new Map<string, Set<string>>()
  const note = (base: string, id: string) => {
    const known = bases.get(id) ?? new Set()
    bases.set(id, known)
    if (base !== '') known.add(base)
  }
  for (const { patients, results } of files) {
    for (const { base, id } of patients) note(base, id)
    await inSlices(results, breathe, ({ subject }) => {
      if (subject.kind === 'patient') note(subject.base, subject.id)
    })
  }
  return (base, id) => {
    const [only, ...more] = bases.get(id) ?? []
    return `${base === '' && more.length === 0 ? (only ?? '') : base}|${id}`
  }
}

function toPerson([key, { patients, files, ...draft }]: [string, Draft]): FilePerson {
  const isMixed = areMixed(patients)
  return { key, ...draft, patient: newestOf(patients), files: [...files], isMixed }
}

function newestOf(patients: readonly PatientInFile[]): FoundPatient | undefined {
  const merge = createMerge()
  let newest: FoundPatient | undefined
  for (const [patient] of patients)
    if (merge.add([{ ...patient.json, id: patient.id }], 0).length > 0) newest = patient
  return newest
}
