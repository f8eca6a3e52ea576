import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../../src/language/catalogue.ts'
import { languageNames } from '../../src/language/language.ts'
import type { Translated } from './catalogue-faults.ts'

/** The languages that have catalogues. */
export const translated = (Object.keys(languageNames) as (keyof typeof languageNames)[]).filter(
  (language): language is Translated => language !== 'en',
)

const pathOf = (root: string, language: Translated) =>
  join(root, `src/language/catalogues/${language}.json`)

/** Reads the catalogue of a language. */
export function readCatalogue(root: string, language: Translated): Catalogue {
  return JSON.parse(readFileSync(pathOf(root, language), 'utf8')) as Catalogue
}

/** Writes the catalogue of a language. */
export function writeCatalogue(root: string, language: Translated, catalogue: Catalogue): void {
  writeFileSync(pathOf(root, language), `${JSON.stringify(catalogue, undefined, 2)}\n`)
}
