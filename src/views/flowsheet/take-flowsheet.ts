import { useMemo } from 'react'
import { formatFhirDate, readFhirDate } from '../../fhir/fhir-date.ts'
import { t } from '../../language/t.ts'
import type { Flowsheet } from '../../observations/flowsheet.ts'
import type { Observation } from '../../observations/observation.ts'
import { compareNewestFirst } from '../../observations/order.ts'
import type { Taken } from '../shared/take-away/desk.ts'
import type { FlowsheetQuery } from './flowsheet-query.ts'

const dayWords = (day: string) => {
  const date = readFhirDate(day)
  return date === undefined ? day : formatFhirDate(date)
}

/** What of the flowsheet was chosen, in words. */
function formatChosen(
  { category, from, to, isOutOfRange }: FlowsheetQuery,
  text: string,
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  return [
    ...(category === undefined
      ? []
      : [t('Category: {category}', { category: titles.get(category) ?? category })]),
    ...(from === undefined ? [] : [t('From: {day}', { day: dayWords(from) })]),
    ...(to === undefined ? [] : [t('To: {day}', { day: dayWords(to) })]),
    ...(isOutOfRange ? [t('Only tests out of range')] : []),
    ...(text.trim() === '' ? [] : [t('Search: {text}', { text: text.trim() })]),
    t('The results in the cells of the flowsheet, newest first'),
  ]
}

/** The results in the cells, each once: one with several components is in several. */
function resultsOf({ lines }: Flowsheet): readonly Observation[] {
  const found = new Set<Observation>()
  for (const line of lines)
    if (line.kind === 'test')
      for (const entries of line.cells.values())
        for (const { observation } of entries) found.add(observation)
  return [...found].toSorted(compareNewestFirst)
}

/** What of the flowsheet can be taken away: what stands in its cells. */
export function useTakenSheet(
  shown: Flowsheet,
  { category, from, to, isOutOfRange, density, order, by }: FlowsheetQuery,
  text: string,
  titles: ReadonlyMap<string, string>,
): Taken {
  return useMemo(() => {
    const query = { category, from, to, isOutOfRange, density, order, by }
    return {
      from: 'flowsheet',
      observations: () => resultsOf(shown),
      words: formatChosen(query, text, titles),
      print: 'list',
    }
  }, [shown, category, from, to, isOutOfRange, density, order, by, text, titles])
}
