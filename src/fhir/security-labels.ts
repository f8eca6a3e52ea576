import { key, t } from '../language/t.ts'
import { readCodings } from './coding.ts'
import type { Json, JsonObject } from './json.ts'
import { present, toList, toObject } from './json.ts'
import { wordsFor, wordTable } from './word-table.ts'

/** Labels and tags that change how a resource is read, by the end of their system's address and their code. */
const MARKS = wordTable(`
  ActReason HTEST: Test data
  Confidentiality R: Restricted
  Confidentiality V: Very restricted
  ObservationValue SUBSETTED: Incomplete: the server sent only a part
`)

/** Said of what stands among labels and is none. */
const UNREADABLE = key("A label this app can't read")

/** The mark of what is no real data. */
const TEST = 'ActReason HTEST'

/** Reads `meta.security` and `meta.tag` of a resource, in words (FHIR R4 Resource.meta, D8, OBS-12). */
export function readMarks(resource: JsonObject): string[] {
  const labels = labelsOf(resource)
  const marks = codesOf(labels).map((code) => wordsFor(MARKS, code))
  const isBroken = labels.some((label) => toObject(label) === undefined)
  return [...new Set(present([...marks, isBroken ? t(UNREADABLE) : undefined]))]
}

/** Whether a resource is marked as test data (HTEST, D8). */
export function isTestData(resource: JsonObject): boolean {
  return codesOf(labelsOf(resource)).includes(TEST)
}

/** What {@link readMarks} says of test data, to find it among the marks. */
export const testMark = (): string => t('Test data')

function labelsOf(resource: JsonObject): readonly Json[] {
  const meta = toObject(resource.meta)
  return [...toList(meta?.security), ...toList(meta?.tag)]
}

/** The labels by the end of their system's address and their code. */
function codesOf(labels: readonly Json[]): string[] {
  return readCodings(labels).map(({ system, code }) => {
    const name = system?.split('/').at(-1)?.replace(/^v3-/, '')
    return `${name ?? ''} ${code ?? ''}`
  })
}
