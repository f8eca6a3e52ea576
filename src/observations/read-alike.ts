import { readFhirDate } from '../fhir/fhir-date.ts'
import { toObject, toObjects, toText, type JsonObject } from '../fhir/json.ts'
import { readEffective } from './effective.ts'
import type { Observation } from './observation.ts'
import { absentValue, readObservation, type ObservationReading } from './read-observation.ts'
import { readValue } from './read-value.ts'
import { isOfKind, toKind } from './same-kind.ts'
import { createSharing } from './share-parts.ts'
import { visitIdOf } from './with-visit.ts'

/** Beyond so many kinds of results, another one is read by itself: nobody's record is that of many thousand tests. */
const mostKinds = 5_000
/** Of one test: flags, ranges and whoever did it make some, and each is compared with. */
const mostOfOneName = 30
/** After so many results, looking for one alike must have helped with a quarter of them, or it costs more than it saves. */
const trial = 400

/** A kind of result, and a result of it that has been read. */
type Kind = { readonly kind: JsonObject; readonly observation: Observation }

/** Reads resources of one record, one after the other. */
export type AlikeReader = {
  /** Says the same of a resource as {@link readObservation} and {@link withVisit}. */
  readonly read: (resource: JsonObject) => ObservationReading
  /** Of how many only what is their own was read: whoever tests this reader knows that it was at work. */
  readonly alikeCount: () => number
}

/**
 * Gives a reader for a record, in which the same tests come again and again: what results of one test have in common is
 * read once, and is one object. Only what each has of its own is read each time: id, value, dates, visit. `fhirBase` is
 * the base of the server that they come from.
 */
export function createAlikeReader(fhirBase: string): AlikeReader {
  const sharing = createSharing()
  const visits = new Map<string, string | undefined>()
  const known = new Map<string, Kind[]>()
  let kinds = 0
  let asked = 0
  let helped = 0

  /** All but the visit. */
  function readKind(resource: JsonObject): ObservationReading {
    if (asked > trial && helped < asked / 4) return shared(readObservation(resource))
    asked += 1
    const id = toText(resource.id)
    const name = nameOf(resource)
    const alike = id === undefined ? undefined : findAlike(resource, known.get(name))
    if (id !== undefined && alike !== undefined) {
      helped += 1
      return { kind: 'read', observation: readOwn(resource, id, alike) }
    }
    const reading = shared(readObservation(resource))
    if (reading.kind === 'read' && isSimple(reading.observation))
      remember(name, { kind: toKind(resource), observation: reading.observation })
    return reading
  }

  function remember(name: string, kind: Kind): void {
    const ofName = known.get(name) ?? []
    if (kinds >= mostKinds || ofName.length >= mostOfOneName) return
    known.set(name, ofName)
    ofName.unshift(kind)
    kinds += 1
  }

  function readOwn(resource: JsonObject, id: string, alike: Observation): Observation {
    const effective = readEffective(resource)
    const issued = toText(resource.issued)
    const isIssuedThen =
      issued !== undefined && issued === resource.effectiveDateTime && effective.kind === 'at'
    const isCovered = alike.value.kind === 'cancelled' || alike.value.kind === 'not-interpretable'
    return {
      ...alike,
      id,
      value: isCovered
        ? alike.value
        : sharing.value(readValue(resource) ?? absentValue(alike.status)),
      effective,
      // Often the same moment, as of what a device measured and sent.
      issued: isIssuedThen ? effective.date : readFhirDate(resource.issued),
    }
  }

  /** Many results are of one visit: its id is read once, and is one text. */
  function visitOf({ encounter }: JsonObject): string | undefined {
    const reference = toText(toObject(encounter)?.reference)
    if (reference === undefined) return undefined
    if (!visits.has(reference)) visits.set(reference, visitIdOf(encounter, fhirBase))
    return visits.get(reference)
  }

  function read(resource: JsonObject): ObservationReading {
    const reading = readKind(resource)
    const encounterId = visitOf(resource)
    return encounterId === undefined || reading.kind === 'unreadable' || !reading.observation
      ? reading
      : { ...reading, observation: { ...reading.observation, encounterId } }
  }

  const shared = (reading: ObservationReading): ObservationReading =>
    reading.kind !== 'unreadable' && reading.observation !== undefined
      ? { ...reading, observation: sharing.observation(reading.observation) }
      : reading

  return { read, alikeCount: () => helped }
}

/** The one that it is like comes first from now on: results of a test come in runs of one kind. */
function findAlike(resource: JsonObject, kinds: Kind[] = []): Observation | undefined {
  const place = kinds.findIndex(({ kind }) => isOfKind(resource, kind))
  const found = kinds[place]
  if (found && place > 0) kinds.unshift(...kinds.splice(place, 1))
  return found?.observation
}

/** What it consists of is of the result itself, not of its kind. */
const isSimple = ({ components, members, notes }: Observation): boolean =>
  components.length === 0 && members.length === 0 && notes.length === 0

/** By what a result is called, so that it is compared with few others: by its text, else by its first code. */
function nameOf({ code }: JsonObject): string {
  const concept = toObject(code)
  const text = concept?.text ?? toObjects(concept?.coding)[0]?.code
  return typeof text === 'string' ? text : ''
}
