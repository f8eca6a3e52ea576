import type { Gaps, Key } from './catalogue.ts'
import { formatCount } from './format-count.ts'
import { currentSpeech } from './language.ts'

type Value = string | number
type Values<S extends string> = [Gaps<S>] extends [never]
  ? []
  : [values: Readonly<Record<Gaps<S>, Value>>]
/** A text without its gap for the number. */
type WithoutCount<S extends string> = S extends `${infer Before}{n}${infer After}`
  ? `${Before}${After}`
  : S
/** Only a text that stands in the source can be looked up. */
type Literal<S extends string> = string extends S ? never : S

/**
 * Says an English sentence in the language of the page: `t('From {server}', { server })`. The English stands in the
 * source, whole, as a literal; other languages look it up by that. What follows a `|` is a hint for translators, where
 * one English word has two meanings: `t('Open|a visit that has not ended')`. Numbers are written as counts.
 *
 * To be called while something is said, never when a module is loaded: the language isn't known then.
 */
export function t<S extends string>(text: Literal<S>, ...values: Values<S>): string
export function t(text: Key, values?: Readonly<Record<string, Value>>): string
export function t(text: string, values?: Readonly<Record<string, Value>>): string {
  // Most have no gaps, and a record of many results says tens of thousands.
  return values === undefined ? templateOf(text) : fill(templateOf(text), values)
}

/**
 * Says a sentence that goes with a number, which stands in it as `{n}`: `tn(count, '{n} result', '{n} results')`. Both
 * are literals; the catalogues know the second, with as many forms as their language has.
 */
export function tn<One extends string, Many extends string>(
  count: number,
  one: Literal<One>,
  many: Literal<Many>,
  ...values: Values<WithoutCount<Many>>
): string
export function tn(
  count: number,
  one: string,
  many: string,
  values: Readonly<Record<string, Value>> = {},
): string {
  return fill(pluralOf(count, one, many), { ...values, n: count })
}

/** Marks an English sentence for the catalogues that is said later, by `t`: for tables of words. */
export function key<S extends string>(text: Literal<S>): Key {
  return text as string as Key
}

/** The sentence in the language of the page, its gaps still open. */
export function templateOf(text: string): string {
  const { catalogue } = currentSpeech()
  const found = catalogue?.[text]
  if (typeof found === 'string') return found
  return found?.other ?? withoutHint(text)
}

/** The English of a sentence, without what is said to translators. */
export function withoutHint(text: string): string {
  const bar = text.indexOf('|')
  return bar < 0 ? text : text.slice(0, bar)
}

function pluralOf(count: number, one: string, many: string): string {
  const { catalogue, plurals } = currentSpeech()
  const forms = catalogue?.[many]
  if (typeof forms === 'string') return forms
  return forms?.[plurals.select(count)] ?? forms?.other ?? (count === 1 ? one : many)
}

/** The gaps of a sentence, as `{server}`, each by its name: for `replaceAll` and `split`, which keep no place in it. */
export const gaps = /\{(\w+)\}/g

function fill(template: string, values: Readonly<Record<string, Value>>): string {
  const isolate = currentSpeech().direction === 'rtl'
  return template.replaceAll(gaps, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    const text = typeof value === 'number' ? formatCount(value) : value
    // What is put in may be written the other way (Unicode UAX #9, FSI and PDI).
    return isolate ? `\u2068${text}\u2069` : text
  })
}
