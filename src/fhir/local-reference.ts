import { toBaseUrl } from './base-url.ts'
import { isFhirId } from './fhir-id.ts'
import { toObject, toText, type Json } from './json.ts'
import { toAddress } from './subject.ts'

/** Which resource of a server is meant. */
export type LocalReference = { readonly type: string; readonly id: string }

/**
 * Reads the text of a FHIR R4 Reference.reference that names a resource of this very server: relative, or absolute
 * below `fhirBase`, where host and port may be written otherwise (LEAK-02) and the path may not; a version in it is left
 * out. Undefined for everything else: another server, a contained resource, `urn:`, a search. Nothing that is not ours is
 * ever asked for (LEAK-01).
 */
export function readLocalReference(
  reference: string | undefined,
  fhirBase: string,
): LocalReference | undefined {
  if (reference === undefined) return undefined
  const path = pathBelow(reference, toBaseUrl(fhirBase))
  const [type = '', id = '', history, version, ...rest] = path.split('/')
  const isVersion = history === undefined || (history === '_history' && isFhirId(version ?? ''))
  return /^[A-Z][A-Za-z]{1,39}$/.test(type) && isFhirId(id) && isVersion && rest.length === 0
    ? { type, id }
    : undefined
}

/** What follows the base in an absolute address; all of any other text, which then is no `Type/id` unless relative. */
function pathBelow(reference: string, base: string): string {
  if (reference.startsWith(base)) return reference.slice(base.length)
  // Most are relative, and there may be one in each of many thousand results.
  if (!/^https?:/i.test(reference)) return reference
  const [address, own] = [toAddress(reference), toAddress(base)]
  return address && own && address.origin === own.origin && address.path.startsWith(own.path)
    ? address.path.slice(own.path.length)
    : reference
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
