import { useDeferredValue, useMemo, useState } from 'react'
import { groupResults } from '../../observations/group-results.ts'
import { narrow } from '../../observations/narrow-results.ts'
import type { Observation } from '../../observations/observation.ts'
import { sortResults } from '../../observations/sort-results.ts'
import { useShownName } from '../shared/register.ts'
import { categoryChoices } from './categories.ts'
import { ofVisit } from './of-visit.ts'
import { formatQuery, readQuery, type ResultQuery } from './result-query.ts'
import { useTextSearch } from './use-text-search.ts'

/**
 * The categories to choose from, and the query without what nothing stands for, as in an address typed by hand: a category
 * that no result has, a visit where there is none.
 */
export function useKnownQuery(
  observations: readonly Observation[],
  titles: ReadonlyMap<string, string>,
  query: ResultQuery,
  visitId: string | undefined,
) {
  const choices = useMemo(
    () => categoryChoices(observations, titles, query.category ?? ''),
    [observations, titles, query.category],
  )
  const isKnown = choices.some((choice) => choice.code === query.category)
  const known = useMemo(
    () => ({
      ...query,
      category: isKnown ? query.category : undefined,
      visit: visitId === undefined ? undefined : query.visit,
    }),
    [isKnown, query, visitId],
  )
  return { choices, known }
}

/**
 * Narrows, searches, sorts and groups, each only when what it depends on changes. Neither the row that is open nor what
 * was entered in error is part of that: nothing is sorted again for them.
 */
export function useLines(
  observations: readonly Observation[],
  query: ResultQuery,
  text: string,
  visitId: string | undefined,
  titles: ReadonlyMap<string, string>,
) {
  const nameOf = useShownName()
  const typed = useDeferredValue(text)
  const search = useTextSearch(typed)
  const shownText = JSON.stringify(formatQuery({ ...query, row: undefined, errors: undefined }))
  const shownQuery = useMemo(
    () => readQuery(new URLSearchParams(JSON.parse(shownText) as Record<string, string>)),
    [shownText],
  )
  const { sort, direction, group } = shownQuery
  const visit = shownQuery.visit === undefined ? undefined : visitId
  const theirs = useMemo(() => ofVisit(observations, visit), [observations, visit])
  const narrowed = useMemo(() => narrow(theirs, shownQuery), [theirs, shownQuery])
  const found = useMemo(
    () => (typed === '' || !search ? narrowed : search(narrowed, typed)),
    [search, narrowed, typed],
  )
  const sorted = useMemo(
    () => sortResults(found, sort, direction, titles, nameOf),
    [found, sort, direction, titles, nameOf],
  )
  const lines = useMemo(() => groupResults(sorted, group), [sorted, group])
  return { shown: found.length, lines, shownQuery, typed }
}

/** The row to return to belongs to what the view was opened with; of anything else, the table begins at its top. */
export function useReturnKey(shown: string, returnTo: string | undefined): string | undefined {
  const [opened, setOpened] = useState({ shown, returnTo })
  if (opened.shown !== shown) setOpened({ shown, returnTo: undefined })
  return opened.shown === shown ? opened.returnTo : undefined
}
