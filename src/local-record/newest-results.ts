import type { Breathe } from '../fhir/breather.ts'
import { parseJson, toObject } from '../fhir/json.ts'
import { createMerge } from '../fhir/merge.ts'
import type { FoundResult } from './file-contents.ts'
import { inSlices } from './in-slices.ts'

/** One person's results, each once. */
export type NewestResults = {
  readonly newest: Map<string, FoundResult>
  /** Results that say something else than the one shown under their id, and of which neither is newer. */
  readonly clashing: number
}

/** Chooses the newest version of each result (OBS-03), and counts those that give way without being older. */
export async function chooseNewest(
  results: readonly FoundResult[],
  breathe: Breathe,
): Promise<NewestResults> {
  const newest = new Map<string, FoundResult>()
  const clashes = new Map<string, number>()
  const merge = createMerge()
  await inSlices(results, breathe, (result) => {
    const known = newest.get(result.id)
    const isNewer = merge.add([result.version], 0).length > 0
    if (isNewer) newest.set(result.id, result)
    if (!known) return
    if (
      areOfDifferentServers(known, result) ||
      (!isNewer && areOneVersion(known, result) && !sayTheSame(known, result))
    )
      clashes.set(result.id, (clashes.get(result.id) ?? 0) + 1)
    // What clashed was older than this, too.
    else if (isNewer) clashes.delete(result.id)
  })
  return { newest, clashing: [...clashes.values()].reduce((sum, count) => sum + count, 0) }
}

const areOfDifferentServers = ({ base }: FoundResult, other: FoundResult) =>
  base !== '' && other.base !== '' && base !== other.base

function areOneVersion({ version }: FoundResult, { version: other }: FoundResult): boolean {
  const [meta, otherMeta] = [toObject(version.meta), toObject(other.meta)]
  return (
    meta?.lastUpdated === otherMeta?.lastUpdated &&
    meta?.versionId === otherMeta?.versionId &&
    // Of these two the one marked so counts: an error is not data.
    (version.status === 'entered-in-error') === (other.status === 'entered-in-error')
  )
}

/** However they are spaced. */
function sayTheSame({ text }: FoundResult, { text: other }: FoundResult): boolean {
  return text === other || JSON.stringify(parseJson(text)) === JSON.stringify(parseJson(other))
}
