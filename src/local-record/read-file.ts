import type { Breathe } from '../fhir/breather.ts'
import { createCollector } from './collect-resources.ts'
import type { FileContents } from './file-contents.ts'
import { sniffBytes, sniffedLength, type ByteKind, type FileFault } from './file-kind.ts'
import { createSplitter, type TextEnding } from './split-text.ts'

/** A file as a browser gives it. Its bytes can be read again and again. */
export type LocalFile = {
  readonly name: string
  readonly size: number
  readonly stream: () => ReadableStream<Uint8Array<ArrayBuffer>>
}

/** What became of one file. */
export type FileReading = { readonly name: string } & (
  | { readonly kind: 'read'; readonly contents: FileContents }
  | { readonly kind: 'fault'; readonly fault: FileFault }
)

export type ReadOptions = {
  /** The number of the file among those opened together. */
  readonly number: number
  readonly breathe: Breathe
  readonly signal: AbortSignal
  /** Hears how many bytes more have been read. */
  readonly onBytes: (count: number) => void
  /** Bytes, unpacked, that a file may hold. */
  readonly mostBytes: number
}

/** So much is taken opened at once, unpacked: what it holds has to fit into the memory of a tab several times. */
export const mostBytes = 200_000_000

type Open = LocalFile['stream']

/** A text is worked off in pieces of what one task can take. */
const pieceLength = 65_536

/**
 * Reads a file piece by piece, packed by gzip or not; nothing of it goes anywhere. What was read before it broke off is
 * kept. Rejects with the signal's reason alone: whatever the bytes are, there is an answer.
 */
export async function readFile(file: LocalFile, options: ReadOptions): Promise<FileReading> {
  const { name } = file
  const isNamedLines = /\.(?:ndjson|jsonl)(?:\.gz)?$/i.test(name)
  // Of several files each may be small enough, and all of them too much.
  const tooLarge =
    options.number === 1 || file.size > mostBytes ? 'too-large' : 'too-large-together'
  if (file.size > options.mostBytes) return { name, kind: 'fault', fault: tooLarge }
  try {
    const { kind, open } = await findKind(() => file.stream())
    options.signal.throwIfAborted()
    if (kind.kind === 'gzip') return { name, kind: 'fault', fault: 'binary' }
    if (kind.kind === 'fault') return { name, ...kind }
    return toReading(name, await readText(open, kind.encoding, isNamedLines, tooLarge, options))
  } catch {
    options.signal.throwIfAborted()
    return { name, kind: 'fault', fault: 'unreadable' }
  }
}

async function findKind(stream: Open): Promise<{ kind: ByteKind; open: Open }> {
  const kind = sniffBytes(await readStart(stream()))
  if (kind.kind !== 'gzip') return { kind, open: stream }
  const open = () => stream().pipeThrough(new DecompressionStream('gzip'))
  return { kind: sniffBytes(await readStart(open(), true)), open }
}

/** @param mayBreak whether what comes before an error is taken for all there is, as of a file that is packed wrongly */
async function readStart(
  stream: ReadableStream<Uint8Array>,
  mayBreak = false,
): Promise<Uint8Array> {
  const reader = stream.getReader()
  const bytes: number[] = []
  try {
    while (bytes.length < sniffedLength) {
      const { done, value } = await reader.read()
      if (done) break
      bytes.push(...value.subarray(0, sniffedLength))
    }
  } catch (error) {
    if (!mayBreak) throw error
  } finally {
    reader.cancel().catch(() => {})
  }
  return Uint8Array.from(bytes.slice(0, sniffedLength))
}

type Contents = { readonly contents: FileContents; readonly ending: TextEnding }

async function readText(
  open: Open,
  encoding: string,
  isNamedLines: boolean,
  tooLarge: FileFault,
  { number, breathe, signal, onBytes, mostBytes: most }: ReadOptions,
): Promise<Contents> {
  const splitter = createSplitter(isNamedLines)
  const collector = createCollector(`file${number}`)
  const decoder = new TextDecoder(encoding)
  const reader = open().getReader()
  let bytes = 0
  let ending: TextEnding | undefined
  let isGarbled = false

  async function takeText(text: string): Promise<void> {
    // What a decoder gives for bytes of another encoding.
    isGarbled ||= text.includes('\u{FFFD}')
    for (let from = 0; from < text.length; from += pieceLength) {
      await breathe()
      signal.throwIfAborted()
      collector.take(splitter.push(text.slice(from, from + pieceLength)))
    }
  }

  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      bytes += value.length
      onBytes(value.length)
      if (bytes > most) {
        ending = { kind: 'fault', fault: tooLarge }
        break
      }
      await takeText(decoder.decode(value, { stream: true }))
    }
    await takeText(decoder.decode())
  } catch {
    signal.throwIfAborted()
    // Packed wrongly, or taken away while it was read: what came before is as good as that of a file that ends there.
    ending = { kind: 'cut-off' }
  } finally {
    reader.cancel().catch(() => {})
  }
  const last = splitter.end()
  collector.take(last.parts)
  ending ??= last.ending
  return { contents: collector.end(ending, isGarbled), ending }
}

function toReading(name: string, { contents, ending }: Contents): FileReading {
  if (ending.kind === 'fault') return { name, ...ending }
  const { patients, results, others, broken, oldVersion, contained, isCutOff, hasNotice } = contents
  if (patients.length + results.length > 0) return { name, kind: 'read', contents }
  const fault = (why: FileFault): FileReading => ({ name, kind: 'fault', fault: why })
  if (oldVersion > 0) return fault('old-version')
  if (isCutOff) return fault('cut-off')
  if (contained > 0) return fault('only-contained')
  if (hasNotice) return fault('only-notice')
  return fault(broken > 0 && others.size === 0 ? 'not-fhir' : 'nothing-here')
}
