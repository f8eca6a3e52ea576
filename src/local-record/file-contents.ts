import type { JsonObject } from '../fhir/json.ts'
import type { SubjectName } from './subject-name.ts'

/** A Patient as a file holds it. */
export type FoundPatient = {
  readonly text: string
  readonly json: JsonObject
  /** The server that its entry names; empty where none is named. */
  readonly base: string
  /** Its own id, else that of its entry's address, else one of ours. */
  readonly id: string
  readonly hasOwnId: boolean
  /** The address of its entry in a Bundle, by which others there may refer to it. */
  readonly fullUrl: string | undefined
}

/** An Observation as a file holds it: its text, and the little that is needed to choose by. */
export type FoundResult = {
  readonly text: string
  readonly base: string
  /** As for a Patient. */
  readonly id: string
  readonly hasOwnId: boolean
  /** Type, id, status and version alone: what the merge goes by. */
  readonly version: JsonObject
  readonly subject: SubjectName
  /** `system|code` of each of its categories. */
  readonly categories: readonly FoundCategory[]
}

export type FoundCategory = {
  readonly system: string
  readonly code: string
  readonly display: string | undefined
}

/** What a file holds, as far as it could be read. */
export type FileContents = {
  readonly patients: readonly FoundPatient[]
  readonly results: readonly FoundResult[]
  /** How many of each other type there are; never shown. */
  readonly others: ReadonlyMap<string, number>
  /** Lines or entries that could not be read. */
  readonly broken: number
  /** Observations written for a version of FHIR before R4. */
  readonly oldVersion: number
  /** Observations inside of other resources, as in a DiagnosticReport. */
  readonly contained: number
  /** Results that the file says were deleted. */
  readonly takenBack: number
  /** Whether it breaks off before its end. */
  readonly isCutOff: boolean
  /** Whether a Bundle in it says that it is one page of more, or not all. */
  readonly isPart: boolean
  /** Whether it holds what a server said beside the data, which may be that something is missing. */
  readonly hasNotice: boolean
  /** Whether characters in it stand for others that could not be read. */
  readonly isGarbled: boolean
}
