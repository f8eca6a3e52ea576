import type { Translated } from './catalogue-faults.ts'

/** Sentences that are the same in English and in another language; whatever else is the same was forgotten. */
export const sameWords: Readonly<Record<Translated, readonly string[]>> = {
  es: [],
  de: [],
}
