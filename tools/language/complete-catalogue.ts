import type { Catalogue, PluralForms } from '../../src/language/catalogue.ts'
import { pluralCategories, type Translated } from './catalogue-faults.ts'
import type { Sentence } from './sentence.ts'

/**
 * Brings a catalogue to the sentences there are: what is translated stays, what is new is empty, what nobody says any
 * more is gone; sorted.
 */
export function completeCatalogue(
  language: Translated,
  catalogue: Catalogue,
  sentences: readonly Sentence[],
): Catalogue {
  return Object.fromEntries<string | PluralForms>(
    sentences
      .toSorted((a, b) => (a.text < b.text ? -1 : 1))
      .map(({ text, one }): [string, string | PluralForms] => {
        const entry = catalogue[text]
        if (one === undefined) return [text, typeof entry === 'string' ? entry : '']
        return [text, toForms(language, typeof entry === 'string' ? undefined : entry)]
      }),
  )
}

function toForms(language: Translated, forms: PluralForms | undefined): PluralForms {
  const known = new Map(Object.entries(forms ?? {}))
  return {
    ...Object.fromEntries(pluralCategories(language).map((name) => [name, known.get(name) ?? ''])),
    other: forms?.other ?? '',
  }
}

/** How many sentences of a catalogue are still to be translated. */
export function countEmpty(catalogue: Catalogue): number {
  return Object.values(catalogue).filter((entry) =>
    typeof entry === 'string' ? entry === '' : Object.values(entry).includes(''),
  ).length
}
