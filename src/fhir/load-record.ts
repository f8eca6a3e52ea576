import { createBreather } from './breather.ts'
import type { BundleEntries } from './bundle.ts'
import {
  beginAttempt,
  createSlot,
  hold,
  keepLatest,
  noteEnd,
  noteEntries,
  type Attempt,
  type CategorySlot,
} from './category-slot.ts'
import { toText } from './json.ts'
import { createLimiter } from './limiter.ts'
import { loadCategory, type SearchContext } from './load-category.ts'
import { describeRecord } from './describe-record.ts'
import { createMerge } from './merge.ts'
import { readPage } from './read-page.ts'
import type { RecordLoad, RecordLoadOptions } from './record-load.ts'
import { keyOf, type RecordStatus } from './record-status.ts'
import { retryWhileBusy } from './retry-while-busy.ts'
import { noAbilities, readAbilities, type ServerAbilities } from './server-abilities.ts'
import { holdsForeign, subjectOf } from './subject.ts'

const requestsAtOnce = 6
const abilitiesMs = 3_000

/**
 * Loads the Observations of one patient, one stream a category, independently (OBS-01, OBS-02), and says what was
 * and what wasn't loaded (PAT-07). All entries are checked for their subjects before any of them is given (PAT-02,
 * PAT-03): one Observation of another patient ends everything. What fails is said in the status; nothing is thrown.
 */
export function createRecordLoad(options: RecordLoadOptions): RecordLoad {
  const { patientId, fhirBase, stream, now } = options
  const controller = new AbortController()
  const { signal } = controller
  const limit = options.limit ?? createLimiter(requestsAtOnce)
  const breathe = options.breathe ?? createBreather(() => performance.now())
  const merge = createMerge((one) => subjectOf(one, patientId, fhirBase) === 'same')
  /** Ids that the holder of the resources could not read, and why. */
  const unread = new Map<string, string>()
  let plan = options.plan(noAbilities)
  let slots = plan.categories.map(createSlot)
  let abilities: Promise<ServerAbilities> | undefined
  let asOf: number | undefined
  let attempts = 0
  let status: RecordStatus | undefined
  let isForeign = false

  const context: SearchContext = {
    read: (url, hearer) =>
      retryWhileBusy(
        () =>
          limit(async () => {
            signal.throwIfAborted()
            hearer.onStart?.()
            return readPage(await stream(url, signal), hearer, breathe, signal)
          }),
        signal,
        options.sleep,
      ),
    patientId,
    fhirBase,
    signal,
    maxPages: plan.maxPages,
    dialect: plan.dialect,
    async searchesByDate() {
      await askAbilities()
      return plan.byDate
    },
  }

  /** Asks once what the server can do, when the first page is there: rows come first. */
  function askAbilities(): Promise<ServerAbilities> {
    abilities ??= limit(async () => {
      const within = AbortSignal.any([signal, AbortSignal.timeout(abilitiesMs)])
      const { body } = await options.request('metadata', within)
      return readAbilities(body)
    })
      .catch(() => noAbilities)
      .then((found) => {
        plan = options.plan(found)
        const known = new Set(slots.map(({ category }) => keyOf(category)))
        const added = plan.categories.filter((category) => !known.has(keyOf(category)))
        slots = [...slots, ...added.map(createSlot)]
        tell()
        return found
      })
    return abilities
  }

  function tell(): void {
    if (signal.aborted) return
    status = undefined
    options.onChange()
  }

  function takeEntries(slot: CategorySlot, attempt: Attempt, entries: BundleEntries): void {
    if (holdsForeign(entries, patientId, fhirBase)) {
      isForeign = true
      tell()
      controller.abort()
      return
    }
    noteEntries(attempt, entries)
    hold(slot, attempt, entries.resources)
    const changed = merge.add(entries.resources, attempt.number)
    for (const { id } of changed) unread.delete(toText(id) ?? '')
    if (changed.length > 0)
      for (const { id, reason } of options.onResources(changed)) unread.set(id, reason)
    tell()
  }

  async function load(slot: CategorySlot, number: number, isWhole: boolean): Promise<Attempt> {
    const resumeAt = !isWhole && 'resumeAt' in slot.phase ? slot.phase.resumeAt : []
    const attempt = beginAttempt(number, resumeAt.length > 0 ? slot.held : undefined)
    slot.phase = { kind: 'waiting' }
    slot.phase = await loadCategory({
      context,
      category: slot.category,
      resumeAt,
      onStart() {
        if (slot.phase.kind !== 'waiting') return
        slot.phase = { kind: 'loading' }
        tell()
      },
      onEntries: (entries) => takeEntries(slot, attempt, entries),
      onPageEnd(end) {
        noteEnd(attempt, end)
        hold(slot, attempt)
        asOf = now()
        tell()
        void askAbilities()
      },
    })
    if (slot.phase.kind === 'complete')
      slot.held = { ...attempt, ids: new Set([...slot.held.ids, ...attempt.ids]) }
    tell()
    return attempt
  }

  /** Loads a category unless it is being loaded; an abort is no failure, and is told to nobody. */
  function run(slot: CategorySlot, number: number, isWhole = false): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    slot.running ??= load(slot, number, isWhole)
      .then((attempt) => {
        slot.latest = attempt
      })
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      .finally(() => {
        slot.running = undefined
      })
    return slot.running
  }

  async function runAll(number: number, isWhole: boolean): Promise<void> {
    const begun = new Set<CategorySlot>()
    // What the server can do may add categories while the first ones are loading.
    for (let open = slots; open.length > 0; open = slots.filter((slot) => !begun.has(slot))) {
      for (const slot of open) begun.add(slot)
      await Promise.all(open.map((slot) => run(slot, number, isWhole)))
      await abilities
      if (signal.aborted) return
    }
  }

  async function runSome(chosen: readonly CategorySlot[]): Promise<void> {
    attempts += 1
    const runs = chosen.map((slot) => run(slot, attempts))
    // Where all places are taken, the category waits instead of showing how it failed before.
    if (chosen.some(({ phase }) => phase.kind === 'waiting')) tell()
    await Promise.all(runs)
  }

  return {
    start: () => runAll(0, false),
    retry: (categoryCode) =>
      runSome(slots.filter(({ category }) => category.code === categoryCode)),
    resumeSignedOut: () =>
      runSome(
        slots.filter(({ phase }) => phase.kind === 'failed' && phase.failure === 'signed-out'),
      ),
    async reload() {
      attempts += 1
      const number = attempts
      await runAll(number, true)
      const isWhole = slots.every(
        ({ phase, latest }) => phase.kind === 'complete' && latest?.number === number,
      )
      if (!isWhole || signal.aborted) return undefined
      const gone = keepLatest(slots)
      merge.forget(gone)
      for (const id of gone) unread.delete(id)
      tell()
      return gone
    },
    abort() {
      controller.abort()
    },
    get isForeign() {
      return isForeign
    },
    get status() {
      status ??= describeRecord({ slots, merge, unread, release: plan.release, asOf, isForeign })
      return status
    },
  }
}
