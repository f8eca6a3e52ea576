import type { Catalogue, PluralForms } from '../../src/language/catalogue.ts'
import type { OfferedLanguage } from '../../src/language/language.ts'
import { sameWords } from './same-words.ts'
import { withoutHint } from '../../src/language/t.ts'
import { gapsOf, hasLetters, type Sentence } from './sentence.ts'

/** A language that has a catalogue; English stands in the source. */
export type Translated = Exclude<OfferedLanguage, 'en'>

/** The forms that a language has for sentences with numbers (Unicode CLDR). */
export function pluralCategories(language: Translated): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
}

/** What is wrong with a catalogue, each in a line: what is missing or left over, and what can't be a translation. */
export function findCatalogueFaults(
  language: Translated,
  catalogue: Catalogue,
  sentences: readonly Sentence[],
  same: readonly string[] = sameWords[language],
): string[] {
  const known = new Set(sentences.map(({ text }) => text))
  return [
    ...Object.keys(catalogue).flatMap((text) => (known.has(text) ? [] : [`left over: ${text}`])),
    ...same.flatMap((text) => (known.has(text) ? [] : [`the same word, but not said: ${text}`])),
    ...sentences.flatMap((sentence) =>
      faultsOf(language, sentence, catalogue[sentence.text], same).map(
        (fault) => `${fault}: ${sentence.text}`,
      ),
    ),
  ]
}

function faultsOf(
  language: Translated,
  { text, one }: Sentence,
  entry: string | PluralForms | undefined,
  same: readonly string[],
): string[] {
  if (entry === undefined) return ['missing']
  if (one === undefined) {
    if (typeof entry !== 'string') return ['forms for a sentence without a number']
    const isSame = entry === withoutHint(text) && hasLetters(text) && !same.includes(text)
    return [...compare(text, entry), ...(isSame ? ['still English'] : [])]
  }
  if (typeof entry === 'string') return ['one form for a sentence with a number']
  const wanted = pluralCategories(language)
  if (Object.keys(entry).toSorted().join() !== wanted.join())
    return [`not exactly the forms ${wanted.join(', ')}`]
  return Object.entries(entry).flatMap(([category, form]) =>
    // What goes with one may do without the number: "a result".
    compare(text, form, category === 'one' ? [...gapsOf(one), 'n'] : undefined).map(
      (fault) => `${category}: ${fault}`,
    ),
  )
}

/** Compares a translation with the English; with `mayHave`, those gaps may be in it, and no other is. */
function compare(text: string, translation: string, mayHave?: readonly string[]): string[] {
  if (translation === '') return ['empty']
  const english = withoutHint(text)
  const gaps = gapsOf(translation)
  const fit = gapsOf(text)
  const must =
    mayHave === undefined ? fit : fit.filter((gap) => gap !== 'n' && mayHave.includes(gap))
  const faults: [isFault: boolean, fault: string][] = [
    [!must.every((gap) => gaps.includes(gap)), 'a gap is missing'],
    [!gaps.every((gap) => fit.includes(gap)), 'a gap that the English has not'],
    [edges(english) !== edges(translation), 'other spaces at the ends'],
    [ending(english) !== ending(translation), 'ends otherwise'],
    [markup.test(translation) && !markup.test(english), 'markup'],
    [translation.includes('|'), 'a hint'],
  ]
  return faults.flatMap(([isFault, fault]) => (isFault ? [fault] : []))
}

const markup = /<\/?\p{L}|&#?\w+;/u

const edges = (text: string): string => text.replace(/\S.*\S|\S/s, '|')

const ending = (text: string): string => /[….?!:;,]$/.exec(text.trim())?.[0] ?? ''
