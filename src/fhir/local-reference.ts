import { toBaseUrl } from './base-url.ts'
import { isFhirId } from './fhir-id.ts'
import { toObject, toText, type Json } from './json.ts'

/** Which resource of a server is meant. */
export type LocalReference = { readonly type: string; readonly id: string }

/**
 * Reads the text of a FHIR R4 Reference.reference that names a resource of this very server: relative, or absolute
 * below `fhirBase` as it is written; a version in it is left out. Undefined for everything else: another server, a
 * contained resource, `urn:`, a search. Nothing that is not ours is ever asked for (LEAK-01).
 */
export function readLocalReference(
  reference: string | undefined,
  fhirBase: string,
): LocalReference | undefined {
  if (reference === undefined) return undefined
  const base = toBaseUrl(fhirBase)
  const path = reference.startsWith(base) ? reference.slice(base.length) : reference
  const [type = '', id = '', history, version, ...rest] = path.split('/')
  const isVersion = history === undefined || (history === '_history' && isFhirId(version ?? ''))
  return /^[A-Z][A-Za-z]{1,39}$/.test(type) && isFhirId(id) && isVersion && rest.length === 0
    ? { type, id }
    : undefined
}

/** The id that a FHIR R4 Reference names among the resources of one type of this server; undefined where it names none. */
export function localIdOf(
  json: Json | undefined,
  type: string,
  fhirBase: string,
): string | undefined {
  const found = readLocalReference(toText(toObject(json)?.reference), fhirBase)
  return found?.type === type ? found.id : undefined
}
