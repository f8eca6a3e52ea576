import { isOffered, offeredLanguages, type OfferedLanguage } from '../language/language.ts'
import { isMembers, type Report } from './config-faults.ts'

/** Reads `languages` of `config.json`: which are offered, the one to fall back to first. All of them where it is left out. */
export function readLanguages(json: unknown, report: Report): readonly OfferedLanguage[] {
  const wanted = isMembers(json) ? json['languages'] : undefined
  if (wanted === undefined) return offeredLanguages
  const listed: readonly unknown[] = Array.isArray(wanted) ? wanted : []
  const known = listed.filter(isOffered)
  if (known.length === 0 || known.length !== listed.length || new Set(known).size !== known.length)
    report(
      'languages',
      `must be a list of some of ${offeredLanguages.map((one) => `"${one}"`).join(', ')}.`,
    )
  return known
}
