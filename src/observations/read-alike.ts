import { readFhirDate } from '../fhir/fhir-date.ts'
import { toObject, toText, type JsonObject } from '../fhir/json.ts'
import { readEffective } from './effective.ts'
import type { Observation } from './observation.ts'
import { absentValue, readObservation, type ObservationReading } from './read-observation.ts'
import { readValue } from './read-value.ts'
import { createSharing, type Sharing } from './share-parts.ts'

/** Beyond so many kinds of results, another one is read by itself: nobody's record is that of many thousand tests. */
const mostKinds = 5_000
/** After so many results, looking for one alike must have helped with a quarter of them, or it costs more than it saves. */
const trial = 400

/** Reads resources of one record, one after the other. */
export type AlikeReader = {
  /** Says the same of a resource as {@link readObservation}. */
  readonly read: (resource: JsonObject) => ObservationReading
  readonly sharing: Sharing
}

/**
 * Gives a reader for a record, in which the same tests come again and again: what results of one test have in common is
 * read once, and is one object. Only what each has of its own is read each time: id, value, dates.
 */
export function createAlikeReader(): AlikeReader {
  const sharing = createSharing()
  const known = new Map<string, Observation>()
  let asked = 0
  let helped = 0

  function read(resource: JsonObject): ObservationReading {
    if (asked > trial && helped < asked / 4) return shared(readObservation(resource))
    asked += 1
    const id = toText(resource.id)
    const key = keyOf(resource)
    const alike = known.get(key)
    if (id !== undefined && alike !== undefined) {
      helped += 1
      return { kind: 'read', observation: readOwn(resource, id, alike) }
    }
    const reading = shared(readObservation(resource))
    if (reading.kind === 'read' && isSimple(reading.observation) && known.size < mostKinds)
      known.set(key, reading.observation)
    return reading
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

  const shared = (reading: ObservationReading): ObservationReading =>
    reading.kind !== 'unreadable' && reading.observation !== undefined
      ? { ...reading, observation: sharing.observation(reading.observation) }
      : reading

  return { read, sharing }
}

/** What it consists of is of the result itself, not of its kind. */
const isSimple = ({ components, members, notes }: Observation): boolean =>
  components.length === 0 && members.length === 0 && notes.length === 0

/**
 * All that a reading depends on but what {@link AlikeReader} reads each time, as text: what isn't named here counts.
 * Identifiers and narrative are never read.
 */
function keyOf(resource: JsonObject): string {
  const {
    id: _id,
    identifier: _identifier,
    text: _text,
    meta,
    encounter,
    effectiveDateTime: _effectiveDateTime,
    issued: _issued,
    valueQuantity: _valueQuantity,
    valueInteger: _valueInteger,
    ...kind
  } = resource
  const { lastUpdated: _lastUpdated, versionId: _versionId, ...labels } = toObject(meta) ?? { meta }
  const { reference: _reference, ...visit } = toObject(encounter) ?? { encounter }
  return JSON.stringify([kind, labels, visit])
}
