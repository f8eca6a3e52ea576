import type { Key } from '../../language/catalogue.ts'

/** What a test is, in our own words, and the pages of MedlinePlus where that and more is said. */
export type Explanation = {
  /** What is measured and why it may be done; never what a value means. */
  readonly text: Key
  readonly pages: SourcePages
}

/** Addresses of pages in English and, where one is certain to be of the same test, Spanish. */
export type SourcePages = { readonly en: string; readonly es: string | undefined }

const MEDLINEPLUS = 'https://medlineplus.gov/'

/** The page of a medical test by the end of its address, with the page in Spanish that covers the same, if any. */
export function medicalTest(slug: string, spanish?: string): SourcePages {
  return toPages(`lab-tests/${slug}/`, spanish)
}

/** The page of a health topic; `spanish` is its page there, which has the same name where there is one. */
export function healthTopic(name: string, spanish?: string): SourcePages {
  return toPages(`${name}.html`, spanish)
}

function toPages(english: string, spanish: string | undefined): SourcePages {
  return {
    en: `${MEDLINEPLUS}${english}`,
    es: spanish === undefined ? undefined : `${MEDLINEPLUS}spanish/${spanish}`,
  }
}
