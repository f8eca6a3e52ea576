import { createBreather, type Breathe } from '../fhir/breather.ts'
import { formatFhirDate } from '../fhir/fhir-date.ts'
import { t } from '../language/t.ts'
import { mayLackResults, readFiles, toLeftOut } from '../local-record/left-out.ts'
import { chooseNewest } from '../local-record/newest-results.ts'
import { sortByPerson, type FilePerson, type People } from '../local-record/people.ts'
import { mostBytes, readFile, type FileReading } from '../local-record/read-file.ts'
import { readPatient } from '../patient/read-patient.ts'
import { randomToken } from '../smart/random.ts'
import type { PersonChoice } from '../views/local/choose-person.tsx'
import type { FileProblem } from '../views/local/file-problems.tsx'
import { toFileId } from './local-id.ts'
import { openLocal } from './open-local.tsx'

/** What came of files that somebody opened. */
export type FilesOutcome =
  | { readonly kind: 'opened'; readonly sessionId: string }
  /** They are about several people. */
  | {
      readonly kind: 'choice'
      readonly people: readonly PersonChoice[]
      /** Opens the record of one of them, and gives the id of its session. */
      readonly open: (key: string) => Promise<string>
    }
  | { readonly kind: 'nothing'; readonly problems: readonly FileProblem[] }

/**
 * Reads files one after the other, here and nowhere else, and opens the record of whom they are about.
 *
 * @param onProgress hears which part of all bytes has been read, 0 to 1
 */
export async function openFiles(
  files: readonly File[],
  signal: AbortSignal,
  onProgress: (part: number) => void,
): Promise<FilesOutcome> {
  const breathe = createBreather(() => performance.now())
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let left = mostBytes
  let bytes = 0
  const readings: FileReading[] = []
  for (const [index, file] of files.entries()) {
    let own = 0
    const onBytes = (count: number) => {
      own += count
      // Unpacked it is more than there seemed to be.
      onProgress(Math.min(1, (bytes + Math.min(own, file.size)) / Math.max(1, total)))
    }
    const options = { number: index + 1, breathe, signal, onBytes, mostBytes: left }
    readings.push(await readFile(file, options))
    left -= own
    bytes += file.size
  }
  return toOutcome(readings, breathe, signal)
}

async function toOutcome(
  readings: readonly FileReading[],
  breathe: Breathe,
  signal: AbortSignal,
): Promise<FilesOutcome> {
  const read = readFiles(readings)
  const sorted = await sortByPerson(
    read.map(({ contents }) => contents),
    breathe,
  )
  signal.throwIfAborted()
  const [first, ...more] = sorted.people
  const names = read.map(({ name }) => name)
  if (!first) return { kind: 'nothing', problems: [...toProblems(readings), ...toNobodys(sorted)] }
  if (more.length > 0)
    return {
      kind: 'choice',
      people: toChoices(sorted, names),
      open: async (key) => {
        const person = sorted.people.find((one) => one.key === key)
        if (!person || person.isMixed) throw new Error('nobody to be opened')
        return openPerson(person, sorted, readings, breathe, signal)
      },
    }
  return first.isMixed
    ? { kind: 'nothing', problems: [{ kind: 'mixed', names }] }
    : { kind: 'opened', sessionId: await openPerson(first, sorted, readings, breathe, signal) }
}

function toProblems(readings: readonly FileReading[]): FileProblem[] {
  return readings.flatMap((one) =>
    one.kind === 'fault' ? [{ kind: 'fault', name: one.name, fault: one.fault }] : [],
  )
}

/** Results without a person, of which nothing can be shown. */
function toNobodys({ nobodys, notOfPatients }: People): FileProblem[] {
  const count = nobodys + notOfPatients
  return count > 0 ? [{ kind: 'nobodys', count }] : []
}

function toChoices({ people }: People, names: readonly string[]): PersonChoice[] {
  const ids = new Set<string>()
  const several = new Set(people.map(({ id }) => id).filter((id) => ids.size === ids.add(id).size))
  return people.map((person) => toChoice(person, several.has(person.id) ? names : undefined))
}

/** @param names of all files, to say where this one is from */
function toChoice(person: FilePerson, names: readonly string[] | undefined): PersonChoice {
  const { key, id, base, files, patient, results, isMixed } = person
  const read = patient && readPatient({ ...patient.json, id })
  return {
    key,
    id,
    name: read?.name,
    born: read?.birthDate && formatFhirDate(read.birthDate),
    number: read?.identifiers[0],
    from: names ? [base, ...files.map((file) => names[file] ?? '')].filter(Boolean) : [],
    count: results.length,
    isMixed,
  }
}

async function openPerson(
  person: FilePerson,
  people: People,
  readings: readonly FileReading[],
  breathe: Breathe,
  signal: AbortSignal,
): Promise<string> {
  const names = readFiles(readings).map(({ name }) => name)
  const id = toFileId(randomToken())
  const { clashing } = await chooseNewest(person.results, breathe)
  const leftOut = toLeftOut(readings, people, person, clashing)
  const [only] = names
  await openLocal(
    {
      id,
      name:
        names.length === 1 && only !== undefined
          ? t('File {name}', { name: only })
          : t('Several files'),
      person,
      source: { kind: 'files', names, hasPatient: person.patient !== undefined, leftOut },
      isChosen: people.people.length > 1,
      isIncomplete: mayLackResults(leftOut),
    },
    breathe,
    signal,
  )
  return id
}
