import type { Coding } from '../fhir/coding.ts'
import { LOINC } from '../fhir/coding.ts'

/** What is known of a test, and the LOINC codes that it is known by. */
export type KnownByLoinc = {
  readonly codes: readonly string[]
  /** LOINC codes that may stand beside one of `codes` on the same Observation without making it another test. */
  readonly alongside?: readonly string[]
}

/**
 * LOINC codes that say where a result belongs and name no test: "Vital signs" (Epic puts it beside the code of each
 * vital sign) and the vital signs panel.
 */
const NAMES_NO_TEST: readonly string[] = ['8716-3', '85353-1']

/**
 * Gives a search for what is known of a test by the codings of an Observation, under `http://loinc.org` alone and in any
 * order (D5): one of its LOINC codes is a known one, and every other one is of the same test too, may stand beside it,
 * or names no test. Undefined otherwise: a further code may qualify the test, such as a body site.
 */
export function knownByLoinc<Known extends KnownByLoinc>(
  all: readonly Known[],
): (codings: readonly Coding[]) => Known | undefined {
  // A Map, so that no code can reach a prototype.
  const byCode = new Map(all.flatMap((known) => known.codes.map((code) => [code, known] as const)))
  return (codings) => {
    const codes = codings.flatMap(({ system, code }) =>
      system === LOINC && code !== undefined ? [code] : [],
    )
    for (const code of codes) {
      const known = byCode.get(code)
      if (known !== undefined && codes.every((one) => fits(one, known))) return known
    }
    return undefined
  }
}

function fits(code: string, { codes, alongside = [] }: KnownByLoinc): boolean {
  return codes.includes(code) || alongside.includes(code) || NAMES_NO_TEST.includes(code)
}
