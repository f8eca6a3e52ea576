import { parseJson, toObject, type JsonObject } from '../fhir/json.ts'

const longest = 4_000_000
const deepest = 32

/**
 * Reads a document of the sign-in (discovery, keys, token response) as a JSON object; undefined for anything else, and
 * for one that no server of good will would send: longer than four million characters, or nested deeper than 32 levels
 * (XSS-07). Nothing of it is ever merged into objects of ours: readers pick members by name.
 */
export function readDocument(text: string): JsonObject | undefined {
  const document = text.length > longest ? undefined : toObject(parseJson(text))
  return document && isShallow(document) ? document : undefined
}

/** Level by level, since going down by recursion would meet the depth itself. */
function isShallow(document: JsonObject): boolean {
  let level: object[] = [document]
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > deepest) return false
    level = level
      .flatMap((one) => Object.values(one) as unknown[])
      .filter((value): value is object => typeof value === 'object' && value !== null)
  }
  return true
}
