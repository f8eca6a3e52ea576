import type { Coding } from '../fhir/coding.ts'
import { LOINC } from '../fhir/coding.ts'
import type { Analyte } from './analyte.ts'
import { ANALYTES } from './analyte-table.ts'

/** A Map, so that no code can reach a prototype. */
const BY_CODE: ReadonlyMap<string, Analyte> = new Map(
  ANALYTES.flatMap((analyte) => analyte.codes.map((code) => [code, analyte] as const)),
)

/**
 * LOINC codes that say where a result belongs and name no test: "Vital signs" (Epic puts it beside the code of each
 * vital sign) and the vital signs panel.
 */
const NAMES_NO_TEST: readonly string[] = ['8716-3', '85353-1']

/**
 * Finds the group of tests that an Observation belongs to by its codings, under `http://loinc.org` alone and in any
 * order (D5): one of its LOINC codes is in the group, and every other one is too, may stand beside it, or names no
 * test. Undefined otherwise: a further code may qualify the test, such as a body site, and results joined wrongly are
 * worse than a trend in two parts.
 */
export function analyteOf(codings: readonly Coding[]): Analyte | undefined {
  const codes = codings.flatMap(({ system, code }) =>
    system === LOINC && code !== undefined ? [code] : [],
  )
  const [analyte] = codes.flatMap((code) => BY_CODE.get(code) ?? [])
  if (analyte === undefined) return undefined
  const fitting = [...analyte.codes, ...(analyte.alongside ?? []), ...NAMES_NO_TEST]
  return codes.every((code) => fitting.includes(code)) ? analyte : undefined
}
