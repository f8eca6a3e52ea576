import type { RecordStatus } from '../../fhir/record-status.ts'
import type { LeftOut } from '../../observations/flowsheet.ts'
import { formatNumberOf } from '../../ui/format-count.ts'
import { maybeMissingFrom, missingFrom } from '../shared/no-results.tsx'

const REASONS: readonly (readonly [LeftOut['why'], string])[] = [
  ['test-data', 'test data'],
  ['about-another', 'about someone or something other than the patient'],
  ['entered-in-error', 'marked as entered in error'],
]

/** Says how many results are not in the table, and why (D3, D8); never a quiet gap. */
export function LeftOutNote({
  leftOut,
  undated,
  resultsHref,
}: {
  readonly leftOut: readonly LeftOut[]
  /** How many results without a date are left out as days are chosen. */
  readonly undated: number
  readonly resultsHref: string
}) {
  const total = leftOut.length + undated
  if (total === 0) return null
  const counts = REASONS.map(([why, words]) => ({
    count: leftOut.filter((one) => one.why === why).length,
    words,
  }))
  const reasons = [...counts, { count: undated, words: 'without a date, as days are chosen' }]
    .filter(({ count }) => count > 0)
    .map(({ count, words }) => `${count} ${words}`)
  return (
    <p>
      {formatNumberOf(total, 'result')} {total === 1 ? 'is' : 'are'} not in this table:{' '}
      {reasons.join('; ')}. <a href={resultsHref}>See all results</a>
    </p>
  )
}

/** Says which categories are not, or maybe not all, in the table (PAT-07, OBS-08). */
export function MissingNote({ status }: { readonly status: RecordStatus }) {
  const missing = missingFrom(status).map(({ category }) => category.title)
  const maybe = maybeMissingFrom(status).map(({ category }) => category.title)
  if (missing.length === 0 && maybe.length === 0) return null
  return (
    <p className="sheet-missing">
      {missing.length > 0 && <>Not fully loaded, so missing here: {missing.join(', ')}. </>}
      {maybe.length > 0 && <>May be incomplete: {maybe.join(', ')}. </>}
      An empty cell doesn&apos;t mean that there is no result. The record status says why.
    </p>
  )
}
