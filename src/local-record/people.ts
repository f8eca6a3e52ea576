import type { Breathe } from '../fhir/breather.ts'
import { createMerge } from '../fhir/merge.ts'
import { toText } from '../fhir/json.ts'
import type { FileContents, FoundPatient, FoundResult } from './file-contents.ts'
import { inSlices } from './in-slices.ts'

/** Somebody whom the files are about. */
export type FilePerson = {
  /** Names this one among the others. */
  readonly key: string
  /** The id that results refer to. */
  readonly id: string
  /** Undefined where the files hold no Patient for these results. */
  readonly patient: FoundPatient | undefined
  readonly results: readonly FoundResult[]
  /** Whether two files hold different people under this one id: nothing of them can be told apart. */
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

type Draft = { readonly id: string; patients: [FoundPatient, number][]; results: FoundResult[] }

/**
 * Sorts results by whom they are about (PAT-02). Ids belong to the server that they are named on; where none is named, they
 * mean the one server that this id is named on, if there is no other.
 */
export async function sortByPerson(
  files: readonly FileContents[],
  breathe: Breathe,
): Promise<People> {
  const toKey = await createKeys(files, breathe)
  const drafts = new Map<string, Draft>()
  const byAddress = new Map<string, string>()
  let nobodys = 0
  let notOfPatients = 0

  function draftOf(key: string, id: string): Draft {
    const draft = drafts.get(key) ?? { id, patients: [], results: [] }
    drafts.set(key, draft)
    return draft
  }

  files.forEach(({ patients }, file) => {
    for (const patient of patients) {
      const key = toKey(patient.base, patient.id)
      draftOf(key, patient.id).patients.push([patient, file])
      if (patient.fullUrl !== undefined) byAddress.set(patient.fullUrl, key)
    }
  })
  for (const { results } of files) await inSlices(results, breathe, takeResult)
  return { people: [...drafts].map(toPerson), nobodys, notOfPatients }

  function takeResult(result: FoundResult): void {
    const { subject } = result
    if (subject.kind === 'nobody') nobodys += 1
    else if (subject.kind === 'no-patient') notOfPatients += 1
    else {
      const known = byAddress.get(subject.address)
      const key =
        known ?? (subject.kind === 'patient' ? toKey(subject.base, subject.id) : undefined)
      if (key === undefined) nobodys += 1
      else draftOf(key, subject.kind === 'patient' ? subject.id : '').results.push(result)
    }
  }
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

function toPerson([key, { id, patients, results }]: [string, Draft]): FilePerson {
  return { key, id, patient: newestOf(patients), results, isMixed: areMixed(patients) }
}

function newestOf(patients: readonly [FoundPatient, number][]): FoundPatient | undefined {
  const merge = createMerge()
  let newest: FoundPatient | undefined
  for (const [patient] of patients)
    if (merge.add([{ ...patient.json, id: patient.id }], 0).length > 0) newest = patient
  return newest
}

/** In one file they are versions of one person; in two, other birth dates mean other people. */
function areMixed(patients: readonly [FoundPatient, number][]): boolean {
  return patients.some(([one, file]) =>
    patients.some(([other, otherFile]) => {
      const [born, otherBorn] = [toText(one.json.birthDate), toText(other.json.birthDate)]
      return file < otherFile && born !== undefined && otherBorn !== undefined && born !== otherBorn
    }),
  )
}
