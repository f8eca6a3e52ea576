import { ANALYTES } from './analyte-table.ts'
import { knownByLoinc } from './known-by-loinc.ts'

/**
 * Finds the group of tests that an Observation belongs to by its codings (D5). Undefined where a further LOINC code may
 * qualify the test: results joined wrongly are worse than a trend in two parts.
 */
export const analyteOf = knownByLoinc(ANALYTES)
