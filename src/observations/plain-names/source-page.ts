import type { Key } from '../../language/catalogue.ts'

/** What a test is, in our own words, and the pages of MedlinePlus where that and more is said. */
export type Explanation = {
  /** What is measured and why it may be done; never what a value means. */
  readonly text: Key
  readonly pages: SourcePages
}

/** Addresses of pages in English and Spanish. */
export type SourcePages = { readonly en: string; readonly es: string }

const MEDLINEPLUS = 'https://medlineplus.gov/'

/** All its medical tests: where the page of the one test in Spanish isn't certain. */
const ALL_TESTS_IN_SPANISH = 'pruebas-de-laboratorio/'

/** The page of a medical test by the end of its address, with the page in Spanish that covers the same. */
export function medicalTest(slug: string, spanish = ALL_TESTS_IN_SPANISH): SourcePages {
  return toPages(`lab-tests/${slug}/`, spanish)
}

/** The page of a health topic; in Spanish it has the same name, where it was seen to be there. */
export function healthTopic(name: string, spanish = `${name}.html`): SourcePages {
  return toPages(`${name}.html`, spanish)
}

function toPages(english: string, spanish: string): SourcePages {
  return { en: `${MEDLINEPLUS}${english}`, es: `${MEDLINEPLUS}spanish/${spanish}` }
}
