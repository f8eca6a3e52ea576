import { readCodings } from './coding.ts'
import type { JsonObject } from './json.ts'
import { present, toList, toObject } from './json.ts'
import { wordTable } from './word-table.ts'

/** Labels and tags that change how a resource is read, by the end of their system's address and their code. */
const MARKS = wordTable(`
  ActReason HTEST: Test data
  Confidentiality R: Restricted
  Confidentiality V: Very restricted
  ObservationValue SUBSETTED: Incomplete: the server sent only a part
`)

/** Said of what stands among labels and is none. */
const UNREADABLE = "A label this app can't read"

/** Reads `meta.security` and `meta.tag` of a resource, in words (FHIR R4 Resource.meta, D8, OBS-12). */
export function readMarks(resource: JsonObject): string[] {
  const meta = toObject(resource.meta)
  const labels = [...toList(meta?.security), ...toList(meta?.tag)]
  const marks = readCodings(labels).map(({ system, code }) => {
    const name = system?.split('/').at(-1)?.replace(/^v3-/, '')
    return MARKS.get(`${name ?? ''} ${code ?? ''}`)
  })
  const isBroken = labels.some((label) => toObject(label) === undefined)
  return [...new Set(present([...marks, isBroken ? UNREADABLE : undefined]))]
}
