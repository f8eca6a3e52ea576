import { createBundleReader } from '../fhir/bundle-reader.ts'
import { parseJson, toObject, toText } from '../fhir/json.ts'
import { sniffText, type FileFault } from './file-kind.ts'

/** A part of a file's text: the entry of a Bundle, or a resource on its own. Whether it is JSON, is still to be seen. */
export type Part = { readonly kind: 'entry' | 'resource'; readonly text: string }

/** How a text ended. */
export type TextEnding =
  /** `frame` is what a Bundle says beside its entries. */
  | { readonly kind: 'whole'; readonly frame: unknown }
  /** It breaks off, or isn't JSON any more from somewhere on. */
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'fault'; readonly fault: FileFault }

/** Cuts the text of a file into its resources while it is being read. */
export type Splitter = {
  readonly push: (text: string) => readonly Part[]
  readonly end: () => { readonly parts: readonly Part[]; readonly ending: TextEnding }
}

/** A first line of NDJSON is shorter than this; a Bundle on one line may be longer than anything. */
const longestFirstLine = 1_000_000
/** A text is looked at after so many characters: a comment may stand before what tells the kind of an XML file. */
const lookedAt = 2_000
/** A resource on its own is not longer than this. */
const longestResource = 64_000_000

/**
 * Reads a Bundle or one resource (FHIR R4 JSON), or a resource on each line (NDJSON, FHIR Bulk Data). Which of them, the
 * first line says: in NDJSON it is a whole object, with others after it. A file that is named for it may begin with a broken line.
 */
export function createSplitter(isNamedLines: boolean): Splitter {
  let head = ''
  let chosen: Splitter | undefined

  function choose(isEnd: boolean): Splitter | undefined {
    const start = head.trimStart()
    if (!isEnd && start.length < lookedAt && !start.includes('\n')) return undefined
    const fault = isEnd || start !== '' ? sniffText(start.slice(0, lookedAt)) : undefined
    // What kind of XML it is may stand further down.
    if (fault !== undefined && (isEnd || start.length >= lookedAt)) return refuse(fault)
    if (fault !== undefined || start === '') return undefined
    const lineEnd = start.slice(0, longestFirstLine).indexOf('\n')
    if (lineEnd < 0) {
      if (!isEnd && start.length < longestFirstLine) return undefined
      return isNamedLines ? splitLines() : splitDocument()
    }
    const line = start.slice(0, lineEnd).trim()
    const isWhole = toObject(parseJson(line)) !== undefined
    return isWhole || (isNamedLines && line !== '{') ? splitLines() : splitDocument()
  }

  function take(text: string, isEnd: boolean): readonly Part[] {
    if (chosen) return chosen.push(text)
    head += text
    chosen = choose(isEnd)
    const all = head
    if (chosen) head = ''
    return chosen?.push(all) ?? []
  }

  return {
    push: (text) => take(text, false),
    end() {
      const parts = take('', true)
      const last = chosen?.end()
      return last
        ? { parts: [...parts, ...last.parts], ending: last.ending }
        : { parts, ending: { kind: 'fault', fault: 'empty' } }
    },
  }
}

function refuse(fault: FileFault): Splitter {
  return { push: () => [], end: () => ({ parts: [], ending: { kind: 'fault', fault } }) }
}

function splitLines(): Splitter {
  // A line may be a whole Bundle: its pieces are put together once, at its end.
  let pieces: string[] = []
  return {
    push(text) {
      const [first = '', ...more] = text.split('\n')
      pieces.push(first)
      if (more.length === 0) return []
      const lines = [pieces.join(''), ...more]
      pieces = lines.splice(-1)
      return lines.filter((line) => line.trim() !== '').map(toResource)
    },
    end() {
      const rest = pieces.join('')
      if (rest.trim() === '') return { parts: [], ending: { kind: 'whole', frame: undefined } }
      return toObject(parseJson(rest))
        ? { parts: [toResource(rest)], ending: { kind: 'whole', frame: undefined } }
        : { parts: [], ending: { kind: 'cut-off' } }
    },
  }
}

const toResource = (text: string): Part => ({ kind: 'resource', text })

function splitDocument(): Splitter {
  const reader = createBundleReader()
  let kept: string | undefined = ''
  return {
    push(text) {
      const entries = reader.push(text)
      if (entries.length > 0) kept = undefined
      if (kept !== undefined) kept = kept.length > longestResource ? undefined : kept + text
      return entries.map((entry) => ({ kind: 'entry', text: entry }))
    },
    end() {
      const frame = endOf(() => reader.end())
      if (frame === undefined) return { parts: [], ending: { kind: 'cut-off' } }
      if (frame.resourceType === 'Bundle') return { parts: [], ending: { kind: 'whole', frame } }
      // Its entries (FHIR R4 List.entry) were taken for a Bundle's; none of them is a resource.
      if (frame.resourceType === 'List' && kept === undefined)
        return {
          parts: [toResource('{"resourceType":"List"}')],
          ending: { kind: 'whole', frame: undefined },
        }
      if (toText(frame.resourceType) === undefined || kept === undefined)
        return { parts: [], ending: { kind: 'fault', fault: 'not-fhir' } }
      return { parts: [toResource(kept)], ending: { kind: 'whole', frame: undefined } }
    },
  }
}

function endOf(end: () => unknown) {
  try {
    return toObject(end())
  } catch {
    return undefined
  }
}

/** Cuts a Bundle that was read whole into its entries. */
export function splitBundle(text: string): readonly Part[] {
  return createBundleReader()
    .push(text)
    .map((entry) => ({ kind: 'entry', text: entry }))
}
