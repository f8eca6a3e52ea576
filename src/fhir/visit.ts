import { conceptText, readConcept } from './coding.ts'
import type { FhirDate } from './fhir-date.ts'
import { toMembers, toObject, type JsonObject } from './json.ts'
import { readPeriod } from './period.ts'
import { readText } from './text.ts'
import { wordsFor, wordTable } from './word-table.ts'

/** A visit as far as a person needs it to know which one is meant; undefined is not said. */
export type Visit = {
  /** When it began, as precisely as sent. */
  readonly start: FhirDate | undefined
  readonly type: string | undefined
  readonly place: string | undefined
  /** What is to be known of it first; entered in error is no visit at all (D3). */
  readonly standing: 'planned' | 'cancelled' | 'entered-in-error' | undefined
}

/** The classes that people come across, of v3 ActCode; another code alone means nothing to them. */
const CLASSES = wordTable(`
  AMB: Outpatient visit
  EMER: Emergency visit
  FLD: Visit in the field
  HH: Home visit
  IMP: Hospital stay
  ACUTE: Hospital stay
  NONAC: Hospital stay
  OBSENC: Observation stay
  PRENC: Before admission
  SS: Short stay
  VR: Virtual visit
`)

/** Reads a FHIR R4 Encounter: when it began, its type or else its class, and where it was. Never throws. */
export function readVisit(encounter: JsonObject): Visit {
  return {
    start: readPeriod(encounter.period)?.start,
    type: typeOf(encounter),
    place: placeOf(encounter),
    standing: standingOf(encounter),
  }
}

function typeOf(encounter: JsonObject): string | undefined {
  const [type] = toMembers(encounter.type).flatMap((one) => {
    const text = conceptText(readConcept(one))
    return text === undefined ? [] : [text]
  })
  const itsClass = toObject(encounter.class)
  return type ?? readText(itsClass?.display) ?? wordsFor(CLASSES, readText(itsClass?.code) ?? '')
}

/** Where the patient is, or else was; where that is not said, whose visit it was. */
function placeOf(encounter: JsonObject): string | undefined {
  const places = toMembers(encounter.location)
  const now = places.find((one) => one?.status === 'active') ?? places[0]
  return (
    readText(toObject(now?.location)?.display) ??
    readText(toObject(encounter.serviceProvider)?.display)
  )
}

function standingOf({ status }: JsonObject): Visit['standing'] {
  return (['planned', 'cancelled', 'entered-in-error'] as const).find((one) => one === status)
}
