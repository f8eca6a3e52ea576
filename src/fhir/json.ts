/** JSON as it came over the network: nothing about its shape is trusted until a reader has looked. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object of unknown shape; every member may be missing or of the wrong type. */
export type JsonObject = { readonly [key: string]: Json | undefined }

/** Gives `json` when it is an object (not an array, not null), else undefined. */
export function toObject(json: unknown): JsonObject | undefined {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as JsonObject)
    : undefined
}

/** Gives the object members of `json` when it is an array, else an empty list; other members are left out. */
export function toObjects(json: unknown): JsonObject[] {
  return Array.isArray(json) ? json.map(toObject).filter((member) => member !== undefined) : []
}

/** Gives `json` when it is a string with something other than white space in it, else undefined. */
export function toText(json: unknown): string | undefined {
  return typeof json === 'string' && json.trim() !== '' ? json : undefined
}

/** Whether a member of an element is there at all: 0, false and "" are. */
export function isPresent(json: Json | undefined): boolean {
  return json !== undefined && json !== null
}

/** Gives the members of `json` when it is an array, itself alone when it is anything else that is there. */
export function toList(json: unknown): readonly Json[] {
  if (json === undefined || json === null) return []
  return Array.isArray(json) ? (json as readonly Json[]) : [json as Json]
}

/**
 * Gives the members of a list, or a single one sent in place of a list, each as an object, or as undefined when it is
 * none: so that the reader can say that something is there which can't be read.
 */
export function toMembers(json: unknown): (JsonObject | undefined)[] {
  return toList(json).map(toObject)
}

/** Gives a boolean, also one sent as the string "true" or "false"; undefined for anything else. */
export function toBoolean(json: unknown): boolean | undefined {
  if (typeof json === 'boolean') return json
  const text = toText(json)?.trim().toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** Gives the members of a list that are there. */
export function present<T>(list: readonly (T | undefined)[]): T[] {
  return list.filter((member) => member !== undefined)
}

/** Parses a text as JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
