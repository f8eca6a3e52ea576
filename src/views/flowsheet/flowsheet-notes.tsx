import type { RecordStatus } from '../../fhir/record-status.ts'
import { t, tn } from '../../language/t.ts'
import type { LeftOut } from '../../observations/flowsheet.ts'
import { maybeMissingFrom, missingFrom } from '../shared/no-results.tsx'

const REASONS: readonly (readonly [LeftOut['why'], (count: number) => string])[] = [
  ['test-data', (count) => tn(count, '{n} test data', '{n} test data')],
  [
    'about-another',
    (count) =>
      tn(
        count,
        '{n} about someone or something other than the patient',
        '{n} about someone or something other than the patient',
      ),
  ],
  [
    'entered-in-error',
    (count) => tn(count, '{n} marked as entered in error', '{n} marked as entered in error'),
  ],
]

const formatUndated = (count: number) =>
  tn(count, '{n} without a date, as days are chosen', '{n} without a date, as days are chosen')

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
  const reasons = [...counts, { count: undated, words: formatUndated }]
    .filter(({ count }) => count > 0)
    .map(({ count, words }) => words(count))
    .join('; ')
  return (
    <p>
      {tn(
        total,
        '{n} result is not in this table: {reasons}.',
        '{n} results are not in this table: {reasons}.',
        { reasons },
      )}{' '}
      <a href={resultsHref}>{t('See all results')}</a>
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
      {missing.length > 0 &&
        `${t('Not fully loaded, so missing here: {categories}.', { categories: missing.join(', ') })} `}
      {maybe.length > 0 &&
        `${t('May be incomplete: {categories}.', { categories: maybe.join(', ') })} `}
      {t("An empty cell doesn't mean that there is no result. The record status says why.")}
    </p>
  )
}
