import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'
import { formatNumberOf } from '../../ui/format-count.ts'

/** Whether a part of the overview has all that it is about, in words for the reader. */
export type PartState = {
  readonly isPending: boolean
  /** Why something may be missing, or that nothing was found; empty when all is there. */
  readonly words: string
}

/**
 * Says what became of the categories with a code, where a part of the overview is about them: what could not be loaded is
 * never a quiet gap (PAT-07, OBS-02). `title` is the plural noun with which a sentence begins: "Vital signs"; `isEmpty`
 * tells that there is nothing to show.
 */
export function partState(
  { categories, release, withoutSubject, unreadable }: RecordStatus,
  code: string,
  title: string,
  isEmpty: boolean,
): PartState {
  const own = categories.filter(({ category }) => category.code === code)
  const lower = title.charAt(0).toLowerCase() + title.slice(1)
  const say = (words: string) => ({ isPending: false, words })
  if (own.some(isPending))
    return {
      isPending: true,
      words: isEmpty ? `${title} are loading…` : `More ${lower} are loading…`,
    }
  if (own.length === 0)
    return say(`${title} were not asked for; the record status says which categories were.`)
  if (own.some(isIncomplete))
    return say(
      isEmpty
        ? `${title} could not be loaded; the record status says why. That does not mean that there are none.`
        : `Not all ${lower} could be loaded; the record status says why.`,
    )
  // Which category it was of, nobody knows of what is not read.
  const isPart = release === 'part' || withoutSubject > 0 || unreadable.length > 0
  if (isPart || own.some(mayBeIncomplete))
    return say(`${title} may be incomplete; the record status says why.`)
  if (!isEmpty) return say('')
  return say(
    own.every(({ state }) => state.kind === 'empty')
      ? `No ${lower} were found in this category.`
      : `None of the ${lower} loaded can be shown here; the results list them all.`,
  )
}

/** Says whether results of any category may be missing; empty when nothing says so. */
export function wholeState(status: RecordStatus): PartState {
  const { categories, release, withoutSubject, unreadable } = status
  const isPart = release !== 'as-asked' || withoutSubject > 0 || unreadable.length > 0
  if (categories.some(isPending)) return { isPending: true, words: 'Results are still loading…' }
  const words = categories.some(isIncomplete)
    ? 'Not every category could be loaded, so results may be missing here; the record status says which.'
    : isPart || categories.some(mayBeIncomplete)
      ? 'Results may be missing here; the record status says why.'
      : ''
  return { isPending: false, words }
}

/** Says what is not shown any more since the load before, or may be old; empty when nothing is (D3, ERR-07). */
export function lossWords({ gone, leftOut }: Pick<RecordChanges, 'gone' | 'leftOut'>): string {
  const are = (count: number) => `${formatNumberOf(count, 'result')} ${count === 1 ? 'is' : 'are'}`
  return [
    ...(leftOut > 0 ? [`${are(leftOut)} left out now; the record status says why.`] : []),
    ...(gone !== undefined && gone > 0 ? [`${are(gone)} not sent any more, and not shown.`] : []),
    ...(gone === undefined
      ? ['Not everything could be loaded again, so something new may be missing here.']
      : []),
  ].join(' ')
}
