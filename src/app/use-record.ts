import { startTransition, useEffect, useEffectEvent, useRef, useState } from 'react'
import { isPending, type CategoryStatus } from '../fhir/record-status.ts'
import type { RecordSnapshot, RecordStore } from './record-store.ts'

/** Drawing a record that grows takes so large a part of the time at most: one in so many. */
const drawingShare = 3
/** However long drawing takes, nobody waits longer for what has come. */
const longestPauseMs = 2_000

/** Whether there is merely more of the same record: nothing that was said is taken back, and nobody asked for it. */
function isGrowth(before: RecordSnapshot, after: RecordSnapshot): boolean {
  return (
    before.observations.length > 0 &&
    after.observations.length >= before.observations.length &&
    after.takenBack === before.takenBack &&
    after.patient === before.patient &&
    after.changes?.isLoading === before.changes?.isLoading &&
    !after.status.foreignSubject
  )
}

const asWaiting = ({ category }: CategoryStatus): CategoryStatus => ({
  category,
  state: { kind: 'waiting' },
  notices: [],
})

/** A record that is being loaded, as if none of its results had come; any other as it is. */
function beforeResults(record: RecordSnapshot): RecordSnapshot {
  if (record.observations.length === 0 || !isLoading(record)) return record
  const { status } = record
  return {
    ...record,
    observations: [],
    enteredInError: [],
    changes: undefined,
    status: {
      ...status,
      categories: status.categories.map(asWaiting),
      asOf: undefined,
      withoutSubject: 0,
      unreadable: [],
      enteredInError: 0,
    },
  }
}

const isLoading = ({ status }: RecordSnapshot) => status.categories.some(isPending)

/**
 * Gives a record as it is to be drawn. While it is being loaded, a view that opens draws what is around the results first,
 * even where some are there already: both together take longer than a page may keep somebody waiting who does something.
 * The first results are drawn at once, and so is all that takes something back: a record that is let go of is never seen
 * for a moment longer. What merely adds to it is drawn in slices, between which the page answers, and not more often than
 * leaves most of the time for loading.
 */
export function useRecord(store: RecordStore): RecordSnapshot {
  const [drawn, draw] = useState(() => ({ store, record: beforeResults(store.getSnapshot()) }))
  // What one record held is never drawn for another, not even until that has been looked at.
  const record = drawn.store === store ? drawn.record : store.getSnapshot()
  const begun = useRef<number>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const follow = useEffectEvent(() => {
    const latest = store.getSnapshot()
    if (latest === record) return
    if (!isGrowth(record, latest)) draw({ store, record: latest })
    else if (begun.current === undefined) {
      // Nothing comes after the end that it could wait for.
      if (timer.current !== undefined && isLoading(latest)) return
      begun.current = performance.now()
      startTransition(() => draw({ store, record: latest }))
    }
  })
  useEffect(() => {
    const tookMs = begun.current === undefined ? 0 : performance.now() - begun.current
    begun.current = undefined
    clearTimeout(timer.current)
    timer.current = setTimeout(
      () => {
        timer.current = undefined
        follow()
      },
      isLoading(store.getSnapshot()) ? Math.min(tookMs * (drawingShare - 1), longestPauseMs) : 0,
    )
    return () => clearTimeout(timer.current)
  }, [record, store])
  useEffect(() => store.subscribe(follow), [store])
  return record
}
