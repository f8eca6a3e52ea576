import type {
  Observation,
  ObservationComponent,
  ObservationValue,
  Quantity,
} from './observation.ts'

/** Longer parts seldom come twice, and comparing them costs more than it saves. */
const longestKey = 600

type QuantityValue = Extract<ObservationValue, { readonly kind: 'quantity' }>

/** Whether two quantities of the same digits are the same. */
const isSameUnit = (one: Quantity, other: Quantity): boolean =>
  one.comparator === other.comparator && one.unit === other.unit && one.ucum === other.ucum

/** Each lets equal parts of what it was given be the same object. */
export type Sharing = {
  readonly observation: (observation: Observation) => Observation
  readonly value: (value: ObservationValue) => ObservationValue
}

/**
 * Lets equal parts of Observations be the same object: names, codings, ranges, flags and the like,
 * which come again with every result of a test. What they say doesn't change; a record of ten thousand results takes a
 * quarter of the memory. Readings are never changed, so nobody can tell.
 */
export function createSharing(): Sharing {
  const known = new Map<string, unknown>()
  /** By their digits. */
  const quantities = new Map<string, QuantityValue[]>()

  function share<T>(part: T): T {
    const key = JSON.stringify(part)
    if (key === undefined || key.length > longestKey) return part
    const found = known.get(key)
    if (found !== undefined) return found as T
    known.set(key, part)
    return part
  }

  /** As {@link share}, for what nearly every result has: compared member by member, without a text for all of it. */
  function shareQuantity(value: QuantityValue): QuantityValue {
    const { text } = value.quantity.amount
    // Numbers of many digits are seldom the same twice.
    if (text.length > 6) return value
    const ofDigits = quantities.get(text) ?? []
    const found = ofDigits.find(({ quantity }) => isSameUnit(quantity, value.quantity))
    if (found !== undefined) return found
    ofDigits.push(value)
    quantities.set(text, ofDigits)
    return value
  }

  /** Waveforms are long, and never the same twice. */
  function shareValue(value: ObservationValue): ObservationValue {
    if (value.kind === 'quantity') return shareQuantity(value)
    return value.kind === 'text' || value.kind === 'sampled' ? value : share(value)
  }

  const shareComponent = (component: ObservationComponent): ObservationComponent => ({
    name: share(component.name),
    codings: share(component.codings),
    value: shareValue(component.value),
    flags: share(component.flags),
    ranges: share(component.ranges),
  })

  const shareObservation = (observation: Observation): Observation => {
    const { components, members, memberNames, notes, details } = observation
    return {
      ...observation,
      name: share(observation.name),
      seriesId: share(observation.seriesId),
      categories: share(observation.categories),
      codings: share(observation.codings),
      flags: share(observation.flags),
      ranges: share(observation.ranges),
      value: shareValue(observation.value),
      components: components.length > 0 ? components.map(shareComponent) : share(components),
      members: members.length > 0 ? members : share(members),
      // Each panel of a kind names its members alike.
      ...(memberNames === undefined ? {} : { memberNames: share(memberNames.map(share)) }),
      notes: notes.length > 0 ? notes : share(notes),
      ...(details === undefined ? {} : { details: share(details) }),
    }
  }

  return { observation: shareObservation, value: shareValue }
}
