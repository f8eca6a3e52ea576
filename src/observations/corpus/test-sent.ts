import { conceptText, readConcept } from '../../fhir/coding.ts'
import type { Json, JsonObject } from '../../fhir/json.ts'
import { toMembers, toObject, toText } from '../../fhir/json.ts'

/** For tests: the id of a resource, or that it has none. */
export function idSent({ id }: JsonObject): string {
  return toText(id) ?? '(none)'
}

/** For tests: what a resource is about, in the words of its code. */
export function nameSent(resource: JsonObject): string {
  return conceptText(readConcept(resource.code)) ?? 'nothing said'
}

/** For tests: the values of an Observation and its components as sent, as short JSON: "Quantity {value 5, unit mg}". */
export function valueSent(holder: JsonObject): string {
  const own = Object.entries(holder)
    .filter(([key]) => /^_?value[A-Z]|^dataAbsentReason$|^modifierExtension$/.test(key))
    .map(([key, json]) => `${key.replace(/^(_?)value/, '$1')} ${shorten(json)}`)
  const parts = toMembers(holder.component).map((part) =>
    part === undefined ? 'not an object' : `${codeSent(part)}: ${valueSent(part)}`,
  )
  const members = toMembers(holder.hasMember)
  return [
    ...own,
    ...parts.map((part) => `[${part}]`),
    ...(members.length === 0 ? [] : [`hasMember × ${members.length}`]),
  ].join(' ')
}

function codeSent(part: JsonObject): string {
  const { codings, text } = readConcept(part.code)
  return codings[0]?.code ?? text ?? 'no code'
}

/** JSON without quotation marks, addresses of code systems and scores of answers, cut where it is long. */
function shorten(json: Json | undefined): string {
  const object = toObject(json)
  if (Array.isArray(json)) return `[${json.map(shorten).join(', ')}]`
  if (object === undefined) {
    const text = typeof json === 'string' ? json : JSON.stringify(json)
    return text.length > 90 ? `${text.slice(0, 89)}…` : text
  }
  const members = Object.entries(object)
    .filter(([key]) => key !== 'extension' || object.code === undefined)
    .map(([key, value]) => `${key} ${key === 'system' ? lastPart(value) : shorten(value)}`)
  return `{${members.join(', ')}}`
}

function lastPart(address: Json | undefined): string {
  if (address === 'http://unitsofmeasure.org') return 'UCUM'
  return typeof address === 'string' ? (address.split(/[/:]/).at(-1) ?? '') : shorten(address)
}
