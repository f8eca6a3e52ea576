import type { Json } from './json.ts'
import { toList, toObject, toObjects } from './json.ts'
import { readText } from './text.ts'

/** FHIR R4 Coding, reduced to what is compared and shown. */
export type Coding = {
  readonly system: string | undefined
  readonly code: string | undefined
  readonly display: string | undefined
  /** Chosen by a person rather than mapped (`userSelected`); its display is preferred. */
  readonly isUserSelected?: boolean
}

/** FHIR R4 CodeableConcept: the sender's words and the codes that stand for them. */
export type Concept = {
  readonly text: string | undefined
  readonly codings: readonly Coding[]
}

/** The code system of LOINC; a code counts as LOINC only under this address (D5). */
export const LOINC = 'http://loinc.org'

/** Reads a list of Codings, or a single one in its place; empty ones are left out and duplicates of system and code collapse (D5). */
export function readCodings(json: unknown): Coding[] {
  const codings: Coding[] = []
  for (const member of toObjects(toList(json))) {
    const coding = {
      system: readText(member.system),
      code: readText(member.code),
      display: readText(member.display),
      ...(member.userSelected === true && { isUserSelected: true }),
    }
    const isEmpty = coding.code === undefined && coding.display === undefined
    const isKnown = codings.some(
      (one) =>
        one.system === coding.system &&
        one.code === coding.code &&
        (coding.code !== undefined || one.display === coding.display),
    )
    if (!isEmpty && !isKnown) codings.push(coding)
  }
  return codings
}

/** Reads a FHIR R4 CodeableConcept; anything else gives a concept without text and codings. */
export function readConcept(json: unknown): Concept {
  const concept = toObject(json)
  return { text: readText(concept?.text), codings: readCodings(concept?.coding) }
}

/** Reads a list of CodeableConcepts; a single one in place of a list (DSTU2, STU3) is taken as a list of one. */
export function readConcepts(json: Json | undefined): Concept[] {
  return toObjects(toList(json)).map(readConcept)
}

/**
 * Gives a concept in words (D4): its text, else the display a person chose, else the first display, else `known`, our
 * words for its code, else its code with its system. Undefined when it has none of them.
 */
export function conceptText(concept: Concept, known?: string): string | undefined {
  const { codings } = concept
  const displayed = codings.filter((coding) => coding.display !== undefined)
  const chosen = displayed.find((coding) => coding.isUserSelected) ?? displayed[0]
  const coded = codings.find((coding) => coding.code !== undefined)
  return concept.text ?? chosen?.display ?? known ?? (coded && codeText(coded))
}

/** Whether one of the codings is `code` of `system`; a code of another system never matches (D5). */
export function hasCode(codings: readonly Coding[], system: string, code: string): boolean {
  return codings.some((coding) => coding.system === system && coding.code === code)
}

function codeText({ code, system }: Coding): string | undefined {
  return code !== undefined && system !== undefined ? `${code} (${system})` : code
}
