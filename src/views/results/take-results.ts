import { useMemo } from 'react'
import { readFhirDate, formatFhirDate } from '../../fhir/fhir-date.ts'
import { t } from '../../language/t.ts'
import { isResult, type ResultLine } from '../../observations/group-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { formatStatus } from '../../observations/words.ts'
import type { Taken } from '../shared/take-away/desk.ts'
import { sortChoices, type ResultQuery } from './result-query.ts'

const flagWords = {
  abnormal: () => t('Flag: Out of range'),
  critical: () => t('Flag: Critical'),
  none: () => t('Flag: None given'),
} as const

const dayWords = (day: string) => {
  const date = readFhirDate(day)
  return date === undefined ? day : formatFhirDate(date)
}

/** What of the results was chosen, in words; only their order where all are shown. `text` is what was searched for. */
export function formatChosen(
  query: ResultQuery,
  text: string,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const { category, flag, status, from, to, visit } = query
  const order = sortChoices.find(
    ({ sort, direction }) => sort === query.sort && direction === query.direction,
  )
  return [
    ...(category === undefined
      ? []
      : [t('Category: {category}', { category: titles.get(category) ?? category })]),
    ...(flag === undefined ? [] : [flagWords[flag]()]),
    ...(status === undefined ? [] : [t('Status: {status}', { status: formatStatus(status) })]),
    ...(from === undefined ? [] : [t('From: {day}', { day: dayWords(from) })]),
    ...(to === undefined ? [] : [t('To: {day}', { day: dayWords(to) })]),
    ...(visit === undefined ? [] : [t('Only of the visit the app was opened from')]),
    ...(text.trim() === '' ? [] : [t('Search: {text}', { text: text.trim() })]),
    ...(order === undefined ? [] : [t(order.words)]),
  ]
}

/** The results that the table shows, in its order. */
const resultsOf = (lines: readonly ResultLine[]) => lines.filter(isResult)

/** What of the results can be taken away: what is shown of them, as it is shown. */
export function useTaken(
  lines: readonly ResultLine[],
  query: ResultQuery,
  text: string,
  titles: ReadonlyMap<string, string>,
): Taken {
  return useMemo(
    () => ({
      from: 'results',
      observations: () => resultsOf(lines),
      words: formatChosen(query, text, titles),
      print: 'list',
    }),
    [lines, query, text, titles],
  )
}

/** What of one result can be taken away. */
export function useTakenResult(observation: Observation): Taken {
  return useMemo(
    () => ({ from: 'result', observations: () => [observation], words: [], print: 'view' }),
    [observation],
  )
}
