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
export function toList(json: Json | undefined): readonly Json[] {
  if (json === undefined || json === null) return []
  return Array.isArray(json) ? (json as readonly Json[]) : [json]
}

/** Gives the members of a list that are there. */
export function present<T>(list: readonly (T | undefined)[]): T[] {
  return list.filter((member) => member !== undefined)
}
