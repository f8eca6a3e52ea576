import { readEntries } from './bundle.ts'
import { readFirst, walk, type SearchContext } from './category-pages.ts'
import { parseExact } from './exact-json.ts'
import { failureOf, type FhirFailure } from './fhir-error.ts'
import type { FhirStream } from './fhir-request.ts'
import { toText, type JsonObject } from './json.ts'
import type { Limiter } from './limiter.ts'
import { memberText } from './member-text.ts'
import { createMerge } from './merge.ts'
import type { RecordLoad } from './record-load.ts'
import type { ObservationCategory } from './record-status.ts'
import { retryWhileBusy, type Sleep } from './retry-while-busy.ts'
import { holdsForeign, subjectOf } from './subject.ts'

/** Why an Observation could not be read again: a failure, another's resource in its place, or that no search brought it. */
export type WhyMissing = FhirFailure | 'other' | 'not-sent'

/** What was read again: each resource as its text, by its id; and what could not be, and why. */
export type ReadAgain =
  | {
      readonly kind: 'read'
      readonly texts: ReadonlyMap<string, string>
      readonly missing: ReadonlyMap<string, WhyMissing>
    }
  /** An Observation of another patient came: nothing may be used (PAT-02). */
  | { readonly kind: 'foreign' }

export type ReadAgainOptions = {
  readonly ids: readonly string[]
  /** The categories of one of them, by their codes: searched first, and asked why it didn't come. */
  readonly categoriesOf: (id: string) => readonly string[]
  readonly searches: RecordLoad['searches']
  readonly stream: FhirStream
  readonly limit: Limiter
  /** Whether single Observations may be read (SCOPE-01). */
  readonly mayRead: boolean
  /** Up to so many are read one by one, where that is allowed: a search would bring all that nobody asked for. */
  readonly mostById: number
  /** Hears how many have been read. */
  readonly onProgress: (count: number) => void
  readonly signal: AbortSignal
  readonly sleep?: Sleep | undefined
}

const foreign = Symbol('foreign')

/**
 * Reads Observations again, whose JSON isn't kept, which would fill the memory of a large record: few of them by their
 * ids, many by the searches that brought them. Each is checked for its patient once more (PAT-02). What fails is said, not
 * thrown; rejects only with the signal's reason.
 */
export async function readAgain(options: ReadAgainOptions): Promise<ReadAgain> {
  const { ids, mayRead, mostById, searches, signal } = options
  const { patientId, fhirBase } = searches.context
  const asked = new Set(ids)
  const wanted = new Set(ids)
  const texts = new Map<string, string>()
  const missing = new Map<string, WhyMissing>()
  /** Why a search did not bring all of its category, by its code. */
  const failures = new Map<string, WhyMissing>()
  /** A search may bring two versions of one: the newer is kept, as in the record (OBS-03). */
  const merge = createMerge()

  function keep(id: string, text: string): void {
    texts.set(id, text)
    if (wanted.delete(id)) options.onProgress(texts.size)
  }

  async function readById(id: string): Promise<void> {
    try {
      const text = await retryWhileBusy(
        () => options.limit(() => readText(options.stream, id, signal)),
        signal,
        options.sleep,
      )
      const json = parseExact(text) as JsonObject
      if (json.resourceType !== 'Observation' || json.id !== id) missing.set(id, 'other')
      else if (subjectOf(json, patientId, fhirBase) === 'other') throw foreign
      else if (subjectOf(json, patientId, fhirBase) === 'missing') missing.set(id, 'other')
      else keep(id, text.trim())
    } catch (error) {
      signal.throwIfAborted()
      if (error === foreign) throw error
      missing.set(id, error instanceof SyntaxError ? 'unreadable' : failureOf(error))
    }
  }

  async function search(category: ObservationCategory): Promise<void> {
    const enough = new AbortController()
    const either = AbortSignal.any([signal, searches.context.signal, enough.signal])
    const context: SearchContext = {
      ...searches.context,
      signal: either,
      read(url, hearer) {
        either.throwIfAborted()
        return searches.context.read(url, {
          ...hearer,
          onTexts(found) {
            either.throwIfAborted()
            takeTexts(found)
          },
        })
      },
    }
    const none = () => {}
    const walking = {
      context,
      category,
      resumeAt: [],
      onStart: none,
      onEntries(entries: Parameters<typeof holdsForeign>[0]) {
        if (holdsForeign(entries, patientId, fhirBase)) enough.abort(foreign)
        else if (wanted.size === 0) enough.abort()
      },
      onPageEnd: none,
    }
    try {
      const first = await readFirst(walking, { kind: 'all' })
      if (first.kind === 'error') failures.set(category.code, failureOf(first.error))
      else if (first.end.next.kind === 'page') {
        const { error } = await walk(walking, [first.end.next.url], 1)
        if (error !== undefined) failures.set(category.code, failureOf(error))
      }
    } catch (error) {
      signal.throwIfAborted()
      searches.context.signal.throwIfAborted()
      if (!enough.signal.aborted) throw error
    }
    if (enough.signal.reason === foreign) throw foreign
  }

  function takeTexts(found: readonly string[]): void {
    for (const entry of found) {
      const [resource] = readEntries([parseExact(entry)]).resources
      const id = toText(resource?.id)
      if (resource === undefined || id === undefined || !asked.has(id)) continue
      if (subjectOf(resource, patientId, fhirBase) !== 'same') continue
      if (merge.add([resource], 0).length > 0) keep(id, memberText(entry, 'resource') ?? '')
    }
  }

  /** Why no search brought it: of its own categories, or, where none of them was searched, of any. */
  function whyNot(id: string): WhyMissing {
    const own = new Set(options.categoriesOf(id))
    const searched = searches.categories.filter(({ code }) => own.has(code))
    const among = searched.length > 0 ? searched : searches.categories
    return among.flatMap(({ code }) => failures.get(code) ?? [])[0] ?? 'not-sent'
  }

  try {
    if (!mayRead || ids.length > mostById)
      for (const category of likelyFirst(options)) if (wanted.size > 0) await search(category)
    if (mayRead && wanted.size <= mostById) await Promise.all([...wanted].map(readById))
  } catch (error) {
    if (error === foreign) return { kind: 'foreign' }
    throw error
  }
  for (const id of wanted) if (!missing.has(id)) missing.set(id, whyNot(id))
  return { kind: 'read', texts, missing }
}

function likelyFirst({
  ids,
  categoriesOf,
  searches,
}: ReadAgainOptions): readonly ObservationCategory[] {
  const likely = new Set(ids.flatMap(categoriesOf))
  const isLikely = ({ code }: ObservationCategory) => Number(likely.has(code))
  return searches.categories.toSorted((a, b) => isLikely(b) - isLikely(a))
}

async function readText(stream: FhirStream, id: string, signal: AbortSignal): Promise<string> {
  let text = ''
  for await (const piece of await stream(`Observation/${encodeURIComponent(id)}`, signal))
    text += piece
  return text
}
