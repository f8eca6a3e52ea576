import type { JsonObject } from './json.ts'
import { toText } from './json.ts'

/** The shape of a language tag (BCP 47, RFC 5646 §2.1): subtags of one to eight letters or digits. */
const TAG = /^(?:[a-z]{2,8}|[ix](?=-))(?:-[a-z0-9]{1,8}){0,8}$/i

/**
 * Reads in which language the texts of a resource are written (FHIR R4 Resource.language). Undefined where nobody says,
 * and for what is no language tag, as it would go into the page as one.
 */
export function readLanguageTag(resource: JsonObject): string | undefined {
  const tag = toText(resource.language)?.trim()
  return tag !== undefined && TAG.test(tag) ? tag : undefined
}
