import type { Breathe } from './breather.ts'
import {
  readEntries,
  readFrame,
  readNextLink,
  type BundleEntries,
  type NextLink,
} from './bundle.ts'
import { createBundleReader } from './bundle-reader.ts'
import { parseExact } from './exact-json.ts'
import { FhirError } from './fhir-error.ts'
import { parseJson } from './json.ts'
import { readOutcome, isGrave, type OutcomeIssue } from './operation-outcome.ts'

/** What a page said, once it has been read to its end. */
export type PageEnd = {
  readonly entries: number
  readonly total: number | undefined
  readonly isSubsetted: boolean
  readonly next: NextLink
}

export type PageHearer = {
  /** The page is being asked for now. */
  readonly onStart?: () => void
  /** The same entries as they were sent, before they are read. */
  readonly onTexts?: (texts: readonly string[]) => void
  /** Entries in their order, as they arrive; never after an abort. */
  readonly onEntries: (entries: BundleEntries) => void
  /** Where the next page is, once and as early as it is known. */
  readonly onNext: (next: NextLink) => void
}

/** Text is worked off in pieces of about ten entries, a small part of what one task can take on a slow machine. */
const pieceLength = 16_384

/**
 * Reads one page of a search while it arrives. Entries are given as soon as they are there (PAT-02 is the hearer's to
 * check, before it gives them on), and the next link too.
 *
 * Throws a {@link FhirError}: `unreadable` when the text is no Bundle or breaks off, `rejected` when the server says
 * inside a page that the search failed (OBS-08); the signal's reason once it is aborted.
 */
export async function readPage(
  chunks: AsyncIterable<string>,
  { onTexts, onEntries, onNext }: PageHearer,
  breathe: Breathe,
  signal: AbortSignal,
): Promise<PageEnd> {
  const reader = createBundleReader()
  const issues: OutcomeIssue[] = []
  let count = 0
  let hasTold = false

  function tell(next: NextLink): void {
    if (hasTold) return
    hasTold = true
    onNext(next)
  }

  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length; from += pieceLength) {
      await breathe()
      signal.throwIfAborted()
      const texts = reader.push(chunk.slice(from, from + pieceLength))
      if (texts.length > 0) {
        onTexts?.(texts)
        const entries = readEntries(texts.map(parseEntry))
        count += texts.length
        issues.push(...entries.issues)
        onEntries(entries)
        signal.throwIfAborted()
      }
      // A link that leads on is known before the page is; that there is none, only a whole page says.
      if (reader.link !== undefined && !hasTold) {
        const next = readNextLink(parseJson(reader.link))
        if (next.kind === 'page') tell(next)
      }
    }
  }
  signal.throwIfAborted()
  const whole = orUnreadable(() => reader.end())
  const frame = readFrame(whole)
  if (frame.kind === 'not-a-bundle')
    throw new FhirError('unreadable', { issues: readOutcome(whole) })
  tell(frame.next)
  if (issues.some(isGrave)) throw new FhirError('rejected', { issues: issues.filter(isGrave) })
  const { total, isSubsetted, next } = frame
  return { entries: count, total, isSubsetted, next }
}

/** Digits are kept as they were sent (FHIR R4 decimal). */
const parseEntry = (text: string): unknown => orUnreadable(() => parseExact(text))

function orUnreadable<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw new FhirError('unreadable', { cause })
  }
}
