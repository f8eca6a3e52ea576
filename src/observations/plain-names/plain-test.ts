import type { Key } from '../../language/catalogue.ts'
import { knownByLoinc } from '../known-by-loinc.ts'
import { BLOOD_COUNT } from './blood-count.ts'
import { CHEMISTRY } from './chemistry.ts'
import type { Topic } from './explanations.ts'
import { OTHER_TESTS } from './other-tests.ts'
import { VITAL_SIGNS } from './vital-sign-names.ts'

/** A test in everyday words, beside what its laboratory calls it. */
export type PlainTest = {
  /** Never says anything of a value. */
  readonly name: Key
  /** What explains it; tests that differ in method or unit alone share one. */
  readonly topic: Topic
  /** LOINC codes of which the name is true as it stands: specimen, timing and what is counted are theirs. */
  readonly codes: readonly string[]
  readonly alongside?: readonly string[]
}

/** The tests that have a plain name; docs/registers.md lists them with their sources. */
export const PLAIN_TESTS: readonly PlainTest[] = [
  ...VITAL_SIGNS,
  ...BLOOD_COUNT,
  ...CHEMISTRY,
  ...OTHER_TESTS,
]

/**
 * Finds the plain name of a test by its LOINC codes alone, never by words (D5). Undefined where it has none, where codes
 * of two tests stand together, or where a code that isn't listed may make it another test.
 */
export const plainTestOf = knownByLoinc(PLAIN_TESTS)
