import { readCodings } from './coding.ts'
import type { JsonObject } from './json.ts'
import { present, toObject } from './json.ts'
import { wordTable } from './word-table.ts'

/** Labels and tags that change how a resource is read, by the end of their system's address and their code. */
const MARKS = wordTable(`
  ActReason HTEST: Test data
  Confidentiality R: Restricted
  Confidentiality V: Very restricted
  ObservationValue SUBSETTED: Incomplete: the server sent only a part
`)

/** Reads `meta.security` and `meta.tag` of a resource, in words (FHIR R4 Resource.meta, D8, OBS-12). */
export function readMarks(resource: JsonObject): string[] {
  const meta = toObject(resource.meta)
  const marks = [...readCodings(meta?.security), ...readCodings(meta?.tag)].map(
    ({ system, code }) => {
      const name = system?.split('/').at(-1)?.replace(/^v3-/, '')
      return MARKS.get(`${name ?? ''} ${code ?? ''}`)
    },
  )
  return [...new Set(present(marks))]
}
