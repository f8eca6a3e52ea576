import { createAbilitiesQuestion } from './ask-abilities.ts'
import { createBreather } from './breather.ts'
import type { BundleEntries } from './bundle.ts'
import type { SearchContext } from './category-pages.ts'
import {
  beginAttempt,
  createSlot,
  hold,
  isWhole,
  isWholeAt,
  keepLatest,
  noteEnd,
  noteEnding,
  noteEntries,
  type Attempt,
  type CategorySlot,
} from './category-slot.ts'
import { present, toText } from './json.ts'
import { createLimiter } from './limiter.ts'
import { loadCategory } from './load-category.ts'
import { describeRecord } from './describe-record.ts'
import { createMerge } from './merge.ts'
import { readPage } from './read-page.ts'
import type { RecordLoad, RecordLoadOptions } from './record-load.ts'
import { keyOf, type RecordStatus } from './record-status.ts'
import { retryWhileBusy } from './retry-while-busy.ts'
import { noAbilities } from './server-abilities.ts'
import { holdsForeign, subjectOf } from './subject.ts'

const requestsAtOnce = 6

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
  const newMerge = () => createMerge((one) => subjectOf(one, patientId, fhirBase) === 'same')
  let merge = newMerge()
  /** Ids that the holder of the resources could not read, and why. */
  const unread = new Map<string, string>()
  let plan = options.plan(noAbilities)
  let slots = plan.categories.map(createSlot)
  /** What was held, and could be shown, when the last reload began. */
  let known: ReadonlySet<string> = new Set()
  let renewals = 0
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
      return (await question.soon()) ? plan.byDate : undefined
    },
  }

  const question = createAbilitiesQuestion(
    (url) => retryWhileBusy(() => limit(() => options.request(url, signal)), signal, options.sleep),
    signal,
    (found) => {
      plan = options.plan(found)
      const keys = new Set(slots.map(({ category }) => keyOf(category)))
      const added = plan.categories.filter((category) => !keys.has(keyOf(category))).map(createSlot)
      slots = [...slots, ...added]
      tell()
      // However late it says so, whoever began last waits for them or not: they are loaded.
      for (const slot of added) void run(slot, attempts)
    },
  )

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
    const ids = slot.wasWhole ? present(entries.resources.map(({ id }) => toText(id))) : []
    const fresh = ids.filter((id) => !known.has(id))
    if (changed.length > 0 || fresh.length > 0)
      for (const { id, reason } of options.onResources(changed, fresh)) unread.set(id, reason)
    tell()
  }

  async function load(slot: CategorySlot, number: number, isAnew: boolean): Promise<Attempt> {
    const resumeAt = !isAnew && 'resumeAt' in slot.phase ? slot.phase.resumeAt : []
    // Within one load only what that load brought counts: what an earlier one brought may have gone since.
    const before = slot.latest?.number === number ? slot.latest : slot.held
    const attempt = beginAttempt(number, resumeAt.length > 0 ? before : undefined)
    slot.phase = { kind: 'waiting' }
    const ending = await loadCategory({
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
        // When the first page is there: rows come first.
        question.ask()
      },
    })
    noteEnding(attempt, ending)
    slot.phase = ending
    if (ending.kind === 'complete')
      slot.held = { ...attempt, ids: new Set([...slot.held.ids, ...attempt.ids]) }
    tell()
    return attempt
  }

  /** Loads a category, and goes on where a refused token ended it while another came (REF-10). */
  async function loadOn(slot: CategorySlot, number: number, isAnew: boolean): Promise<void> {
    let renewed = renewals
    try {
      slot.latest = await load(slot, number, isAnew)
      while (isSignedOut(slot) && renewed < renewals) {
        renewed = renewals
        slot.latest = await load(slot, number, false)
      }
    } catch (error) {
      // An abort is no failure, and is told to nobody.
      if (!signal.aborted) throw error
    } finally {
      slot.running = undefined
    }
  }

  /** Loads a category unless it is being loaded. */
  function run(slot: CategorySlot, number: number, isAnew = false): Promise<void> {
    if (signal.aborted) return Promise.resolve()
    slot.running ??= loadOn(slot, number, isAnew)
    return slot.running
  }

  /** Loads these categories, and those that the server turns out to have while they load. */
  async function runAll(
    chosen: readonly CategorySlot[],
    number: number,
    isAnew: boolean,
  ): Promise<void> {
    const before = new Set(slots)
    question.allowAgain()
    const runs = chosen.map((slot) => run(slot, number, isAnew))
    // Where all places are taken, a category waits instead of showing how it failed before.
    if (number > 0 && chosen.some(({ phase }) => phase.kind === 'waiting')) tell()
    await Promise.all(runs)
    if (asOf !== undefined) await question.soon()
    const added = slots.filter((slot) => !before.has(slot))
    await Promise.all(present(added.map(({ running }) => running)))
  }

  function runSome(chosen: readonly CategorySlot[]): Promise<void> {
    attempts += 1
    return runAll(chosen, attempts, false)
  }

  return {
    start: () => runAll(slots, 0, false),
    retry: (categoryCode) =>
      runSome(slots.filter(({ category }) => category.code === categoryCode)),
    resumeSignedOut() {
      renewals += 1
      return runSome(slots.filter(isSignedOut))
    },
    async reload() {
      attempts += 1
      const number = attempts
      const hidden = new Set([...merge.inError, ...merge.withoutSubject, ...unread.keys()])
      const ids = slots.flatMap(({ held }) => [...held.ids])
      known = new Set(ids.filter((id) => !hidden.has(id)))
      for (const slot of slots) slot.wasWhole = isWhole(slot)
      await runAll(slots, number, true)
      if (signal.aborted || !slots.every((slot) => isWholeAt(slot, number))) return undefined
      const gone = keepLatest(slots)
      merge.forget(gone)
      for (const id of gone) unread.delete(id)
      tell()
      return gone
    },
    abort() {
      controller.abort()
    },
    close() {
      controller.abort()
      slots = []
      known = new Set()
      unread.clear()
      merge = newMerge()
      status = undefined
    },
    get searches() {
      return { context, categories: slots.map(({ category }) => category) }
    },
    get isForeign() {
      return isForeign
    },
    get isPending() {
      return slots.some(({ phase: { kind } }) => kind === 'waiting' || kind === 'loading')
    },
    get status() {
      status ??= describeRecord({ slots, merge, unread, release: plan.release, asOf, isForeign })
      return status
    },
  }
}

function isSignedOut({ phase }: CategorySlot): boolean {
  return phase.kind === 'failed' && phase.failure === 'signed-out'
}
