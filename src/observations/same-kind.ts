import type { Json, JsonObject } from '../fhir/json.ts'

/** Of a result itself: read each time (`createAlikeReader`), or never, as identifiers and narrative are. */
const ownMembers: ReadonlySet<string> = new Set([
  'id',
  'identifier',
  'text',
  'effectiveDateTime',
  'issued',
  'valueQuantity',
  'valueInteger',
])
const ownOfMeta: ReadonlySet<string> = new Set(['lastUpdated', 'versionId'])
/** Of what a result only refers to, a reading takes the words it comes with (`readDetails`), whatever lies at the address. */
const ownOfReference: ReadonlySet<string> = new Set(['reference', 'identifier'])
const references: ReadonlySet<string> = new Set([
  'device',
  'specimen',
  'performer',
  'basedOn',
  'encounter',
  'derivedFrom',
])
const none: ReadonlySet<string> = new Set()

/** Nothing that a reading looks at lies so deep; what does is like nothing else. */
const deepest = 50

/** What a resource says of its kind of result: all that a reading depends on but what each result has for itself. */
export function toKind(resource: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !ownMembers.has(name)))
}

/** Whether a result is of this kind of {@link toKind}: then only what is its own has to be read. */
export function isOfKind(resource: JsonObject, kind: JsonObject): boolean {
  return hasSameMembers(resource, kind, ownMembers, 0, ownOf)
}

function ownOf(name: string): ReadonlySet<string> {
  if (name === 'meta') return ownOfMeta
  return references.has(name) ? ownOfReference : none
}

const ownOfNone = () => none

// Written plainly, without lists of names made on the way: ten thousand results have half a million members.
function hasSameMembers(
  one: JsonObject,
  other: JsonObject,
  ignored: ReadonlySet<string>,
  depth: number,
  ignoredIn: (name: string) => ReadonlySet<string> = ownOfNone,
): boolean {
  let more = 0
  for (const name in one) {
    if (ignored.has(name)) continue
    const [member, otherMember] = [one[name], other[name]]
    more += 1
    if (member === otherMember) continue
    // What every object has by itself is nothing that was sent, though it can be asked for by its name.
    if (!Object.hasOwn(other, name)) return false
    if (!isSame(member, otherMember, ignoredIn(name), depth + 1)) return false
  }
  for (const name in other) if (!ignored.has(name)) more -= 1
  return more === 0
}

/** Compares lists and objects; `ignored` are members of an object, or of each object of a list. */
function isSame(
  one: Json | undefined,
  other: Json | undefined,
  ignored: ReadonlySet<string>,
  depth: number,
): boolean {
  if (!isContainer(one) || !isContainer(other) || depth > deepest) return false
  if (!isList(one) && !isList(other)) return hasSameMembers(one, other, ignored, depth)
  if (!isList(one) || !isList(other) || one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) {
    const [member, otherMember] = [one[index], other[index]]
    if (member !== otherMember && !isSame(member, otherMember, ignored, depth + 1)) return false
  }
  return true
}

const isContainer = (json: Json | undefined): json is JsonObject | readonly Json[] =>
  typeof json === 'object' && json !== null
const isList = (json: JsonObject | readonly Json[]): json is readonly Json[] => Array.isArray(json)
