import { allowed, type Allowed } from './allowed.ts'
import { findForgotten, likeASentence } from './find-forgotten.ts'
import { findUnmarked } from './find-unmarked.ts'
import { readCalls } from './read-calls.ts'
import type { Fault, Sentence } from './sentence.ts'
import { lineOf, placesOf, type Source } from './syntax.ts'

/** What the app says, and what in its source can't be translated. */
export type Findings = {
  readonly sentences: readonly Sentence[]
  readonly faults: readonly Fault[]
}

/** Finds every sentence of the app, sorted, and what is wrong with how they stand in the source. */
export function findSentences(
  sources: readonly Source[],
  exceptions: readonly Allowed[] = allowed,
): Findings {
  const sentences = new Map<string, Sentence>()
  const faults: Fault[] = []
  const files = sources.map((source) => {
    const places = placesOf(source)
    return { source, places, calls: readCalls(places) }
  })
  const keptIn = new Set(files.flatMap(({ calls }) => [...calls.keptIn]))
  for (const { source, places, calls } of files) {
    const { path } = source
    const { said, literals } = calls
    for (const { node, ...fault } of [
      ...calls.faults,
      ...findForgotten(places, literals),
      ...findUnmarked(places, literals, keptIn),
    ])
      faults.push({ path, line: lineOf(source, node), ...fault })
    for (const { text, one } of said) {
      const known = sentences.get(text)
      if (known !== undefined && known.one !== one)
        faults.push({ path, line: 0, fault: `said otherwise in ${known.files.join(', ')}`, text })
      const paths = new Set([...(known?.files ?? []), path])
      sentences.set(text, { text, one: known?.one ?? one, files: [...paths] })
    }
  }
  return {
    sentences: [...sentences.values()].toSorted((a, b) => (a.text < b.text ? -1 : 1)),
    faults: [
      ...faults.filter((fault) => !exceptions.some((one) => isSame(one, fault))),
      ...exceptions
        .filter((one) => !faults.some((fault) => isSame(one, fault)))
        .map(({ path, text = '', within }) => ({
          path,
          line: 0,
          within,
          fault: 'allowed, but not there',
          text,
        })),
    ],
  }
}

function isSame({ path, text, within }: Allowed, fault: Fault): boolean {
  const isThere = path.endsWith('/') ? fault.path.startsWith(path) : fault.path === path
  if (!isThere || (within !== undefined && within !== fault.within)) return false
  return text === undefined ? fault.fault === likeASentence : fault.text === text
}
