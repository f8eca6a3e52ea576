import { isFhirId } from '../fhir/fhir-id.ts'
import { toObject, toText, type Json } from '../fhir/json.ts'
import { toAddress } from '../fhir/subject.ts'

/** A resource as an address names it: the base is empty where only type and id are said. */
export type ResourceName = { readonly base: string; readonly type: string; readonly id: string }

/** Whom a result is about, as far as its reference alone says it. */
export type SubjectName =
  | {
      readonly kind: 'patient'
      readonly base: string
      readonly id: string
      readonly address: string
    }
  /** By an address that only the `fullUrl` of a Bundle's entry can explain, as `urn:uuid:`. */
  | { readonly kind: 'address'; readonly address: string }
  /** None that can be compared: no reference, a contained resource, an identifier, a search. */
  | { readonly kind: 'nobody' }
  /** A group, a device, a place. */
  | { readonly kind: 'no-patient' }

/** Reads an address that ends in a type and an id, of one version perhaps: relative, or on a server. */
export function readResourceName(address: string): ResourceName | undefined {
  const named = address.replace(/\/_history\/[A-Za-z0-9.-]{1,64}$/, '')
  const [, before = '', type = '', id = ''] =
    /^(.*?)([A-Z][A-Za-z]{1,39})\/([^/?#\s]{1,200})$/.exec(named) ?? []
  if (type === '') return undefined
  if (before === '') return { base: '', type, id }
  const site = toAddress(before)
  return site && { base: site.origin + site.path.replace(/\/$/, ''), type, id }
}

/** @param base the server that the resource itself is named on; empty where it isn't (FHIR R4 "Resolving references in Bundles") */
export function readSubject(json: Json | undefined, base: string): SubjectName {
  const address = toText(toObject(json)?.reference)
  if (address === undefined || address.startsWith('#') || address.includes('?'))
    return { kind: 'nobody' }
  const name = readResourceName(address)
  if (name === undefined) return { kind: 'address', address }
  if (name.type !== 'Patient') return { kind: 'no-patient' }
  return { kind: 'patient', base: name.base === '' ? base : name.base, id: name.id, address }
}

/** The id that an address gives to a resource without one of its own: `Observation/5`, or the end of `urn:uuid:…`. */
export function idOfAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const id = readResourceName(address)?.id ?? /^urn:(?:uuid|oid):(.+)$/i.exec(address)?.[1]
  return id !== undefined && isFhirId(id) ? id : undefined
}
