import { gaps, withoutHint } from '../../src/language/t.ts'

/** Words that the app says, as they stand in its source. */
export type Sentence = {
  /** What catalogues look it up by; of a sentence with a number, the form for many. */
  readonly text: string
  /** The form for one, of a sentence with a number. */
  readonly one: string | undefined
  /** The files that it stands in. */
  readonly files: readonly string[]
}

/** Something in the source that can't be translated as it is. */
export type Fault = {
  readonly path: string
  readonly line: number
  readonly fault: string
  readonly text: string
  /** The name of the variable or function that it is a part of, the outermost. */
  readonly within?: string | undefined
}

/** The gaps of a sentence, each once, sorted. */
export function gapsOf(text: string): string[] {
  const names = [...text.matchAll(gaps)].map(([, name = '']) => name)
  return [...new Set(names)].toSorted()
}

/** Whether there is anything in a sentence, apart from its gaps, to be translated. */
export const hasLetters = (text: string): boolean =>
  /\p{L}/u.test(withoutHint(text).replaceAll(gaps, ''))
