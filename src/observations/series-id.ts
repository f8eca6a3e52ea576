import type { Coding } from '../fhir/coding.ts'
import { LOINC } from '../fhir/coding.ts'
import { analyteOf } from './analytes.ts'

/**
 * Names the trend a result belongs to: `[a-z0-9-]+`, the same for the same codes, no patient data, no free text.
 *
 * - LOINC codes of one group of tests (docs/analytes.md): the first code of the group, `loinc-29463-7` for any weight
 * - other LOINC codes under `http://loinc.org`: all of them in numeric order, `loinc-4548-4`, `loinc-2708-6-59409-3`.
 *   Taking one code of several would depend on their order or, worse, take one that different tests share (Epic puts
 *   8716-3 "vital signs" beside the code of each vital sign): two tests would become one trend. The whole set keeps
 *   apart what the sender qualified by a further code, such as an oral temperature (D5).
 * - no LOINC code: `code-` and a hash over all systems and codes
 * - text only: `text-` and a hash of the name without regard to case and spacing
 */
export function seriesIdOf(name: string, codings: readonly Coding[]): string {
  const [first] = analyteOf(codings)?.codes ?? []
  if (first !== undefined) return `loinc-${first}`
  const loinc = codings
    .filter(({ system, code }) => system === LOINC && /^\d{1,8}-\d$/.test(code ?? ''))
    .map(({ code = '' }) => code)
  if (loinc.length > 0 && loinc.length <= 8) {
    const sorted = loinc.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    return `loinc-${sorted.join('-')}`
  }
  const plainName = name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  const coded = codings.filter(({ code }) => code !== undefined)
  if (coded.length === 0) return `text-${hash(plainName)}`
  // A code without a system means nothing by itself; the name has to tell it from others.
  const keys = coded.map(({ system, code }) =>
    JSON.stringify(system === undefined ? [code, plainName] : [system, code]),
  )
  return `code-${hash(keys.toSorted().join())}`
}

/** FNV-1a over UTF-16 units, 64 bits: wide enough that two tests of one record don't meet. */
function hash(text: string): string {
  let bits = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1) {
    bits = BigInt.asUintN(64, (bits ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  }
  return bits.toString(36)
}
