import { useEffect, useRef, useState } from 'react'
import { writeResultsCsv } from '../../../observations/export/write-results-csv.ts'
import type { ExportFacts } from '../../../observations/export/export-facts.ts'
import { tn } from '../../../language/t.ts'
import { afterNextPaint, printPage } from '../../../ui/print-page.ts'
import { saveFile } from '../../../ui/save-file.ts'
import type { MadeBundle, TakeAwayDesk, Taken } from './desk.ts'
import { fileName, type FileKind } from './file-name.ts'

/** A file that was made. */
export type MadeFile = {
  readonly name: string
  readonly kind: FileKind
  readonly pieces: readonly string[]
}

/** What is going on with what is taken away. */
export type Work =
  | { readonly kind: 'idle' }
  /** Before anything that takes long: how much it is. */
  | { readonly kind: 'asking'; readonly what: 'bundle' | 'print' }
  | { readonly kind: 'reading'; readonly count: number; readonly of: number }
  /** Something is missing or changed: said before anything is saved. */
  | { readonly kind: 'warning'; readonly file: MadeFile; readonly problems: readonly string[] }
  | { readonly kind: 'offered'; readonly file: MadeFile }
  | { readonly kind: 'printing'; readonly facts: ExportFacts }
  | { readonly kind: 'not-printed' }
  | { readonly kind: 'failed'; readonly why: 'ended' | 'too-large' | 'not-loaded' }

/** On paper this is some thirty pages: nobody prints that by mistake. */
const mostPrintedUnasked = 1_000

const types: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/fhir+json',
}

/**
 * Reading ends with the record. Strings and files that no browser holds are a RangeError. What is left is a part of the app
 * that can't be loaded, as after a new one was put in its place.
 */
function whyOf(error: unknown): Extract<Work, { kind: 'failed' }>['why'] {
  if (error instanceof DOMException && error.name === 'AbortError') return 'ended'
  return error instanceof RangeError ? 'too-large' : 'not-loaded'
}

/** What a person can take away, and how far that has come. What was begun ends when the panel goes. */
export function useTakeAway(desk: TakeAwayDesk, taken: Taken) {
  const [work, setWork] = useState<Work>({ kind: 'idle' })
  const reading = useRef<AbortController>(undefined)
  useEffect(() => () => reading.current?.abort(), [])
  const { from, observations, words } = taken
  const count = observations().length
  const factsNow = () => desk.facts([tn(count, '{n} result', '{n} results'), ...words])

  function offer(file: MadeFile): void {
    saveFile(file.name, file.pieces, types[file.kind])
    setWork({ kind: 'offered', file })
  }

  const orFailed = (work: Promise<void>) =>
    void work.catch((error: unknown) => setWork({ kind: 'failed', why: whyOf(error) }))

  async function makeCsv(): Promise<void> {
    const facts = await factsNow()
    const pieces = writeResultsCsv(observations(), facts)
    offer({ name: fileName(from, facts.madeAt, 'csv'), kind: 'csv', pieces })
  }

  async function makeBundle(): Promise<void> {
    const abort = new AbortController()
    reading.current = abort
    const all = observations()
    const progress = (read: number) => setWork({ kind: 'reading', count: read, of: all.length })
    progress(0)
    let made: MadeBundle | undefined
    let facts: ExportFacts
    try {
      facts = await factsNow()
      made = await desk.makeBundle(all, facts, progress, abort.signal)
    } catch (error) {
      if (abort.signal.aborted) return
      throw error
    }
    // Where another patient's came, the whole page is another one by now.
    if (made === undefined || abort.signal.aborted) return
    const { pieces, problems } = made
    const file = { name: fileName(from, facts.madeAt, 'json'), kind: 'json', pieces } as const
    if (problems.length > 0) setWork({ kind: 'warning', file, problems })
    else offer(file)
  }

  async function putOnPaper(): Promise<void> {
    const facts = await factsNow()
    setWork({ kind: 'printing', facts })
    await afterNextPaint()
    const outcome = await printPage()
    setWork({ kind: outcome === 'printed' ? 'idle' : 'not-printed' })
  }

  return {
    work,
    count,
    saveCsv: () => orFailed(makeCsv()),
    askForBundle: () => setWork({ kind: 'asking', what: 'bundle' }),
    readBundle: () => orFailed(makeBundle()),
    toPaper: (isSure = false) =>
      count > mostPrintedUnasked && taken.print === 'list' && !isSure
        ? setWork({ kind: 'asking', what: 'print' })
        : orFailed(putOnPaper()),
    save: offer,
    cancel: () => {
      reading.current?.abort()
      setWork({ kind: 'idle' })
    },
  }
}
