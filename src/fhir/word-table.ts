import type { Key } from '../language/catalogue.ts'
import { t, withoutHint } from '../language/t.ts'

/** The words for codes of one kind, by the code. They are said by `wordsFor`, in the language of the page. */
export type WordTable = ReadonlyMap<string, Key>

/**
 * Makes a table of codes and their words from lines `code: words`. The lines are a literal without gaps: the words in
 * them are sentences of the catalogues, as those in `t` are. A Map, so that no code from outside can reach a prototype;
 * as text, since these tables are a large part of what the browser loads.
 */
export function wordTable(lines: string): WordTable {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const colon = line.indexOf(': ')
        return [line.slice(0, colon).trim(), line.slice(colon + 2) as Key] as const
      }),
  )
}

/** Says the words for a code, where both are known. */
export function wordsFor(table: WordTable, code: string | undefined): string | undefined {
  const words = code === undefined ? undefined : table.get(code)
  return words && t(words)
}

/**
 * The English words for a code, and what they are in the language of the page: all that a server may mean by the same.
 * To be compared with its words, and never shown.
 */
export function alikeFor(table: WordTable, code: string | undefined): readonly string[] {
  const words = code === undefined ? undefined : table.get(code)
  return words === undefined ? [] : [withoutHint(words), t(words)]
}
