import { isOffered, languageNames, type OfferedLanguage } from '../language/language.ts'
import { isMembers, type Report } from './config-faults.ts'

const all = Object.keys(languageNames).filter(isOffered)

/** Reads `languages` of `config.json`: which are offered, the one to fall back to first. All of them where it is left out. */
export function readLanguages(json: unknown, report: Report): readonly OfferedLanguage[] {
  const wanted = isMembers(json) ? json['languages'] : undefined
  if (wanted === undefined) return all
  const listed: readonly unknown[] = Array.isArray(wanted) ? wanted : []
  const known = listed.filter(isOffered)
  if (known.length === 0 || known.length !== listed.length || new Set(known).size !== known.length)
    report('languages', `must be a list of some of ${all.map((one) => `"${one}"`).join(', ')}.`)
  return known
}
