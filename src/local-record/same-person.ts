import { toList, toObject, toObjects, toText, type JsonObject } from '../fhir/json.ts'
import type { FoundPatient } from './file-contents.ts'

/** A Patient, and the number of the file that it stands in. */
export type PatientInFile = readonly [patient: FoundPatient, file: number]

/**
 * Whether Patients under one id may be different people (PAT-02): the same id says little where files come from several
 * servers, or from none.
 */
export function areMixed([first, ...others]: readonly PatientInFile[]): boolean {
  return first !== undefined && others.some((other) => !isSame(first, other))
}

function isSame([one, file]: PatientInFile, [other, otherFile]: PatientInFile): boolean {
  const isOneFile = file === otherFile
  return (
    (isOneFile && areVersions(one, other)) ||
    areCopies(one, other, isOneFile) ||
    areAlike(one.json, other.json)
  )
}

/** Two versions in a history: one address, and what says when it was so differs. */
function areVersions(one: FoundPatient, other: FoundPatient): boolean {
  const [meta, otherMeta] = [toObject(one.json.meta), toObject(other.json.meta)]
  const differs = (member: string) => {
    const [said, otherSaid] = [toText(meta?.[member]), toText(otherMeta?.[member])]
    return said !== undefined && otherSaid !== undefined && said !== otherSaid
  }
  const address = addressOf(one)
  return (
    address !== '' &&
    address === addressOf(other) &&
    (differs('versionId') || differs('lastUpdated'))
  )
}

/** The same text twice, as on each page of a search. In two files it has to hold something that two people don't share. */
function areCopies(one: FoundPatient, other: FoundPatient, isOneFile: boolean): boolean {
  if (one.text.trim() !== other.text.trim()) return false
  const { meta, identifier } = one.json
  return isOneFile || identifiersOf(identifier).length > 0 || isPrecise(toObject(meta))
}

const isPrecise = (meta: JsonObject | undefined) => toText(meta?.lastUpdated) !== undefined

/** The birth date is the same, and a family name or a number. */
function areAlike(one: JsonObject, other: JsonObject): boolean {
  const born = toText(one.birthDate)
  if (born === undefined || born !== toText(other.birthDate)) return false
  return (
    haveCommon(namesOf(one.name), namesOf(other.name)) ||
    haveCommon(identifiersOf(one.identifier), identifiersOf(other.identifier))
  )
}

function haveCommon(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one))
}

/** Family names, and the whole of a name that isn't divided. */
function namesOf(json: unknown): string[] {
  return toObjects(toList(json)).flatMap(({ family, text }) => {
    const name = toText(family) ?? toText(text)
    return name === undefined ? [] : [name.normalize('NFC').trim().toLowerCase()]
  })
}

function identifiersOf(json: unknown): string[] {
  return toObjects(toList(json)).flatMap(({ system, value }) => {
    const [where, number] = [toText(system), toText(value)]
    return where === undefined || number === undefined ? [] : [`${where}|${number.trim()}`]
  })
}

/** The address of its entry without that of a version; empty where it has none. */
export function addressOf({ fullUrl }: FoundPatient): string {
  return fullUrl?.replace(/\/_history\/[A-Za-z0-9.-]{1,64}$/, '') ?? ''
}
