/** A sentence that goes with a number, by its plural categories (Unicode CLDR); `other` is always there. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string
}

/** Sentences of one language by the English sentence that stands in the source. */
export type Catalogue = Readonly<Record<string, string | PluralForms>>

/** The names of the gaps in a sentence: `'From {server}'` has `server`. */
export type Gaps<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Gaps<Rest>
  : never

declare const brand: unique symbol

/** An English sentence that is known to stand in the catalogues, made by `key`. */
export type Key = string & { readonly [brand]: true }
