import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCounted, isInTime, mayCount } from './counted.ts'
import { effectiveStart } from './effective.ts'
import { latestDayOf } from './latest-day.ts'
import { latestOfTests } from './latest-lines.ts'
import { narrow } from './narrow-results.ts'
import type { Observation } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import { latestOutOfRange } from './out-of-range.ts'
import { readObservation } from './read-observation.ts'
import { recentlyReported } from './recently-reported.ts'
import { anyObservation } from './test-observations.ts'
import { latestVitals } from './vital-signs.ts'

const clock = { now: Date.UTC(2024, 5, 1) }
const categories = fc.constantFrom('vital-signs', 'laboratory')
const inAnyOrder = fc.array(fc.tuple(anyObservation, categories), { maxLength: 20 }).map((all) =>
  all.flatMap(([json, category], at): Observation[] => {
    const reading = readObservation({ ...json, id: `o${at}` })
    return reading.kind === 'read' ? [{ ...reading.observation, categories: [category] }] : []
  }),
)

/** Everything of the overview, from a record as it is held. */
function overviewOf(received: readonly Observation[]) {
  const record = received.toSorted(compareNewestFirst)
  return {
    outOfRange: latestOutOfRange(record, clock),
    vitals: latestVitals(record, clock),
    day: latestDayOf(record, 'laboratory', clock),
    recent: recentlyReported(record, 30, clock),
  }
}

describe('the overview of any record', () => {
  it('D3 D6 D8 shows nothing that may not be the latest', () => {
    fc.assert(
      fc.property(inAnyOrder, (received) => {
        const { outOfRange, vitals, day, recent } = overviewOf(received)
        const shown = [
          ...outOfRange,
          ...vitals.flatMap(({ latest, before }) => [...latest, ...before]),
          ...(day?.results ?? []),
        ]
        expect(shown.filter((one) => !isCounted(one) || !isInTime(one, clock))).toEqual([])
        expect(recent.results.filter((one) => !mayCount(one) || !isInTime(one, clock))).toEqual([])
      }),
    )
  })

  it('D6 shows as the latest what nothing of its test is later than', () => {
    fc.assert(
      fc.property(inAnyOrder, (received) => {
        const record = received.toSorted(compareNewestFirst)
        const startOf = (one: Observation) => effectiveStart(one.effective) ?? -Infinity
        const counted = record.filter((one) => isCounted(one) && isInTime(one, clock))
        for (const { latest, seriesId } of latestVitals(record, clock)) {
          const later = counted.filter(
            (one) =>
              one.seriesId === seriesId &&
              !(one.value.kind === 'panel' && one.components.length === 0) &&
              latest.some((other) => startOf(one) > startOf(other)),
          )
          expect(later).toEqual([])
        }
        const ids = latestOfTests(record, clock).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('OBS-09 is the same in whatever order the results arrived', () => {
    const twice = inAnyOrder.chain((received) =>
      fc.tuple(
        fc.constant(received),
        fc.shuffledSubarray(received, {
          minLength: received.length,
          maxLength: received.length,
        }),
      ),
    )
    fc.assert(
      fc.property(twice, ([one, other]) => {
        expect(overviewOf(other)).toEqual(overviewOf(one))
      }),
    )
  })

  it('says as many results of a day as the results show', () => {
    fc.assert(
      fc.property(inAnyOrder, (received) => {
        const { day } = overviewOf(received)
        if (day === undefined) return
        const { from, to, count } = day
        expect(narrow(received, { category: 'laboratory', from, to })).toHaveLength(count)
      }),
    )
  })
})
