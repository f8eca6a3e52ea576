import { startOf } from '../fhir/fhir-date.ts'
import { bloodPressureOf } from './blood-pressure.ts'
import { effectivePoint } from './effective.ts'
import { howOf } from './how.ts'
import type { Effective, Observation } from './observation.ts'
import { reasonAgainst, toPlace, type Place } from './trend-parts.ts'
import { unitKeyOf } from './unit-key.ts'

/** A number that stands for a whole result at a glance. */
export type GlancePart = {
  /** Which of a blood pressure; empty for a result's own value. */
  readonly name: 'Systolic' | 'Diastolic' | ''
  /** The same for what may be compared: the same test, made in the same way, in the same unit (D4, D5). */
  readonly key: string
  readonly place: Place
}

/** Gives a result's own number, or both of a blood pressure; none where it says no number (D4). */
export function glancePartsOf(observation: Observation): readonly GlancePart[] {
  const own = toPlace(observation.value)
  const pressure = bloodPressureOf(observation)
  const parts: readonly (readonly [GlancePart['name'], Place | string | undefined])[] =
    typeof own !== 'string'
      ? [['', own]]
      : [
          ['Systolic', pressure?.systolic && toPlace(pressure.systolic.value)],
          ['Diastolic', pressure?.diastolic && toPlace(pressure.diastolic.value)],
        ]
  const how = howOf(observation)
  return parts.flatMap(([name, place]) =>
    place === undefined || typeof place === 'string'
      ? []
      : [{ name, key: JSON.stringify([name, how, unitKeyOf(place.quantity)]), place }],
  )
}

/** A line of a sparkline, in ascending time; the line goes through no point that is only a bound (D4). */
export type GlanceLine = {
  readonly key: string
  /** When its first point holds. */
  readonly since: Effective
  readonly points: readonly {
    readonly at: number
    readonly value: number
    readonly bound: 'exact' | 'below' | 'above'
  }[]
}

/**
 * Gives the lines that go on to the latest number among results, which come newest first: of its test, way of making and
 * unit alone. What can't be a point of a trend is none here either (D3, D8). Dates must be in time.
 */
export function glanceLinesOf(observations: readonly Observation[]): readonly GlanceLine[] {
  const standing = observations
    .filter((one) => reasonAgainst(one) === undefined)
    .map((one) => ({ one, parts: glancePartsOf(one) }))
  const latest = standing.find(({ parts }) => parts.length > 0)
  return (latest?.parts ?? []).map(({ key }) => {
    const points = standing
      .flatMap(({ one: { effective }, parts }) => {
        const date = effectivePoint(effective)
        const part = parts.find((other) => other.key === key)
        if (date === undefined || part === undefined) return []
        const { quantity, bound } = part.place
        return [{ at: startOf(date), value: quantity.amount.number, bound, effective }]
      })
      .toSorted((a, b) => a.at - b.at)
    return {
      key,
      points,
      since: points[0]?.effective ?? { kind: 'not-recorded', reason: undefined },
    }
  })
}
