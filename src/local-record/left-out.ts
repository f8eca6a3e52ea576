import type { FileContents } from './file-contents.ts'
import type { FileFault } from './file-kind.ts'
import type { FilePerson, People } from './people.ts'
import type { FileReading } from './read-file.ts'

/** What the opened files hold, or held once, that isn't shown. */
export type LeftOut = {
  /** Results of other people in the files. */
  readonly ofOthers: number
  /** Results that don't say whose they are. */
  readonly nobodys: number
  /** Results of a group, a device, a place. */
  readonly notOfPatients: number
  readonly oldVersion: number
  /** Lines or entries that could not be read. */
  readonly broken: number
  /** Names of files that break off. */
  readonly cutOff: readonly string[]
  /** Names of files that say that there is more than they hold. */
  readonly parts: readonly string[]
  /** Names of files with a message of the server that they come from. */
  readonly withNotice: readonly string[]
  /** Files of which nothing could be shown. */
  readonly faults: readonly { readonly name: string; readonly fault: FileFault }[]
  /** Other types of resources, the most frequent first. */
  readonly otherTypes: readonly { readonly type: string; readonly count: number }[]
}

/** Files that could be read. */
export function readFiles(readings: readonly FileReading[]) {
  return readings.flatMap((one) => (one.kind === 'read' ? [one] : []))
}

/** Says what of the files isn't shown when one person's record is. */
export function toLeftOut(
  readings: readonly FileReading[],
  { people, nobodys, notOfPatients }: People,
  person: FilePerson,
): LeftOut {
  const read = readFiles(readings)
  const named = (is: (contents: FileContents) => boolean) =>
    read.filter(({ contents }) => is(contents)).map(({ name }) => name)
  const sum = (count: (contents: FileContents) => number) =>
    read.reduce((all, { contents }) => all + count(contents), 0)
  const types = new Map<string, number>()
  for (const { contents } of read)
    for (const [type, count] of contents.others) types.set(type, (types.get(type) ?? 0) + count)
  return {
    ofOthers: people.reduce((all, one) => (one === person ? all : all + one.results.length), 0),
    nobodys,
    notOfPatients,
    oldVersion: sum(({ oldVersion }) => oldVersion),
    broken: sum(({ broken }) => broken),
    cutOff: named(({ isCutOff }) => isCutOff),
    parts: named(({ isPart }) => isPart),
    withNotice: named(({ hasNotice }) => hasNotice),
    faults: readings.flatMap((one) =>
      one.kind === 'fault' ? [{ name: one.name, fault: one.fault }] : [],
    ),
    otherTypes: [...types]
      .map(([type, count]) => ({ type, count }))
      .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
  }
}

/** Whether something of the files is certainly missing that may be results of this person. */
export function lacksResults({ nobodys, oldVersion, broken, cutOff, faults }: LeftOut): boolean {
  return nobodys + oldVersion + broken + cutOff.length > 0 || faults.some(mayHoldResults)
}

const mayHoldResults = ({ fault }: LeftOut['faults'][number]) =>
  fault !== 'nothing-here' && fault !== 'empty'

/** Whether results of this person may be among what could not be shown. */
export function mayLackResults(leftOut: LeftOut): boolean {
  const { parts, withNotice } = leftOut
  return lacksResults(leftOut) || parts.length + withNotice.length > 0
}
