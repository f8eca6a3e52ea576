import type { BundlePage } from './bundle.ts'
import type { FhirRequest } from './fhir-request.ts'
import { toText, type JsonObject } from './json.ts'
import { createLimiter } from './limiter.ts'
import { loadCategory, type CategoryEnding } from './load-category.ts'
import { createMerge } from './merge.ts'
import { formatNotice, isGrave } from './operation-outcome.ts'
import type { CategoryState, ObservationCategory, RecordStatus, Release } from './record-status.ts'
import { retryWhileBusy, type Sleep } from './retry-while-busy.ts'
import { subjectOf } from './subject.ts'

export type RecordLoadOptions = {
  readonly request: FhirRequest
  /** The id of the session's patient, without `Patient/`. */
  readonly patientId: string
  /** The FHIR base (`iss`) as it was given, with or without a trailing slash. */
  readonly fhirBase: string
  readonly categories: readonly ObservationCategory[]
  /** How much of the results these categories are; said in the status. */
  readonly release?: Release
  /** The time in epoch milliseconds. */
  readonly now: () => number
  /**
   * New Observations, or newer versions of ones given before (same id); never another patient's. Those marked
   * entered-in-error or without a subject are not given, except to take back one given before: then its id alone with
   * the status entered-in-error. Gives back the ids of those that could not be read, so that the counts leave them out.
   */
  readonly onResources: (resources: readonly JsonObject[]) => readonly string[]
  readonly onStatus: (status: RecordStatus) => void
  /** Pages read of one category at most. */
  readonly maxPages?: number | undefined
  /** How to wait while the server is busy; tests pass their own. */
  readonly sleep?: Sleep | undefined
}

export type RecordLoad = {
  /** Loads every category; resolves when all have ended, however they did. */
  start(): Promise<void>
  /** Loads one category again, unless it is being loaded; resolves when it has ended. Its Observations stay. */
  retry(categoryCode: string): Promise<void>
  /** Ends all requests; nothing is given or said any more (PAT-04). */
  abort(): void
  readonly status: RecordStatus
}

type Slot = {
  readonly category: ObservationCategory
  /** Distinct Observations received, whether or not another category brought them first (OBS-03). */
  readonly ids: Set<string>
  /** Observations that can't be told apart by an id, by all that they say: the same of two categories counts once. */
  nameless: ReadonlySet<string>
  phase: { readonly kind: 'waiting' } | { readonly kind: 'loading' } | CategoryEnding
  hasReceived: boolean
  notices: ReadonlySet<string>
  unreadable: number
  running: Promise<void> | undefined
}

const requestsAtOnce = 6
const partNotice = 'The server sent only a part of these results.'

/**
 * Loads the Observations of one patient, one search a category, independently (OBS-01, OBS-02), and says what was
 * and what wasn't loaded (PAT-07). Every page is checked for its subjects before anything of it is given (PAT-02,
 * PAT-03): one Observation of another patient ends everything. What fails is said in the status; nothing is thrown.
 */
export function createRecordLoad(options: RecordLoadOptions): RecordLoad {
  const { patientId, fhirBase, maxPages, release = 'as-asked' } = options
  const controller = new AbortController()
  const { signal } = controller
  const limit = createLimiter(requestsAtOnce)
  const merge = createMerge((one) => subjectOf(one, patientId, fhirBase) === 'same')
  /** Ids that the holder of the resources could not read. */
  const unread = new Set<string>()
  let asOf: number | undefined
  let attempts = 0
  const slots = options.categories.map((category): Slot => ({
    category,
    ids: new Set(),
    nameless: new Set(),
    phase: { kind: 'waiting' },
    hasReceived: false,
    notices: new Set(),
    unreadable: 0,
    running: undefined,
  }))
  let status = toStatus(false)

  function toStatus(foreignSubject: boolean): RecordStatus {
    const hidden = new Set([...merge.inError, ...merge.withoutSubject, ...unread])
    const nameless = new Set(slots.flatMap((slot) => [...slot.nameless]))
    const unreadable = slots.reduce((sum, slot) => sum + slot.unreadable, 0)
    return {
      categories: slots.map((slot) => ({
        category: slot.category,
        state: toState(slot, hidden),
        notices: [...slot.notices],
      })),
      release,
      asOf,
      withoutSubject: merge.withoutSubject.size,
      foreignSubject,
      unreadable: unreadable + nameless.size + unread.size,
      enteredInError: merge.inError.size,
    }
  }

  function tell() {
    if (signal.aborted) return
    status = toStatus(false)
    options.onStatus(status)
  }

  /** Whether a page, in what came along too, holds an Observation of another patient. */
  function hasForeign({ resources, included }: BundlePage): boolean {
    const others = included.filter(({ resourceType }) => resourceType === 'Observation')
    return [...resources, ...others].some(
      (resource) => subjectOf(resource, patientId, fhirBase) === 'other',
    )
  }

  /** Takes a page in; adds to `nameless` the Observations that have no id. */
  function takePage(slot: Slot, page: BundlePage, attempt: number, nameless: Set<string>): void {
    if (hasForeign(page)) {
      controller.abort()
      status = toStatus(true)
      options.onStatus(status)
      return
    }
    asOf = options.now()
    for (const resource of page.resources) {
      const id = toText(resource.id)
      if (id === undefined) nameless.add(JSON.stringify(resource))
      else slot.ids.add(id)
    }
    slot.hasReceived ||= page.resources.length + page.unreadable > 0 || page.isSubsetted
    const changed = merge.add(page.resources, attempt)
    if (changed.length === 0) return
    for (const { id } of changed) unread.delete(toText(id) ?? '')
    for (const id of options.onResources(changed)) unread.add(id)
  }

  async function load(slot: Slot, attempt: number): Promise<void> {
    const notices = new Set<string>()
    const nameless = new Set<string>()
    let unreadable = 0
    slot.phase = { kind: 'waiting' }
    const ask = (url: string) =>
      limit(() => {
        signal.throwIfAborted()
        if (slot.phase.kind === 'waiting') {
          slot.phase = { kind: 'loading' }
          tell()
        }
        return options.request(url, signal)
      })
    const ending = await loadCategory({
      request: (url) => retryWhileBusy(() => ask(url), signal, options.sleep),
      patientId,
      fhirBase,
      maxPages,
      signal,
      category: slot.category,
      onPage(page) {
        takePage(slot, page, attempt, nameless)
        unreadable += page.unreadable
        for (const issue of page.issues) {
          const notice = isGrave(issue) ? undefined : formatNotice(issue)
          if (notice !== undefined) notices.add(notice)
        }
        if (page.isSubsetted) notices.add(partNotice)
        // Until the category is complete again, what an earlier attempt had to say still stands.
        slot.notices = new Set([...slot.notices, ...notices])
        slot.nameless = new Set([...slot.nameless, ...nameless])
        slot.unreadable = Math.max(slot.unreadable, unreadable)
        tell()
      },
    })
    if (ending.kind === 'complete') {
      slot.notices = notices
      slot.nameless = nameless
      slot.unreadable = unreadable
    }
    slot.phase = ending
    tell()
  }

  /** Loads a category unless it is being loaded; an abort is no failure, and is told to nobody. */
  function run(slot: Slot, attempt: number): Promise<void> {
    slot.running ??= load(slot, attempt)
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      .finally(() => {
        slot.running = undefined
      })
    return slot.running
  }

  return {
    async start() {
      await Promise.all(slots.map((slot) => run(slot, 0)))
    },
    async retry(categoryCode) {
      attempts += 1
      const attempt = attempts
      const chosen = slots.filter(({ category }) => category.code === categoryCode)
      const runs = chosen.map((slot) => run(slot, attempt))
      // Where all places are taken, the category waits instead of showing how it failed before.
      if (chosen.some(({ phase }) => phase.kind === 'waiting')) tell()
      await Promise.all(runs)
    },
    abort() {
      controller.abort()
    },
    get status() {
      return status
    },
  }
}

function toState(slot: Slot, hidden: ReadonlySet<string>): CategoryState {
  const { phase, ids } = slot
  const count = ids.size - [...hidden].filter((id) => ids.has(id)).length
  if (phase.kind === 'waiting') return phase
  if (phase.kind !== 'complete') return { ...phase, count }
  // Empty means that the server found nothing, not that all it sent was left out.
  return slot.hasReceived ? { kind: 'loaded', count } : { kind: 'empty' }
}
