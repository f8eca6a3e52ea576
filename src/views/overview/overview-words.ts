import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import { key, t, tn } from '../../language/t.ts'
import type { RecordChanges } from '../../observations/record-changes.ts'

/** Whether a part of the overview has all that it is about, in words for the reader. */
export type PartState = {
  readonly isPending: boolean
  /** Why something may be missing, or that nothing was found; empty when all is there. */
  readonly words: string
}

/** What a part is about, as a plural: where a sentence begins with it, and within one. */
const subjects = {
  'vital-signs': { first: key('Vital signs'), within: key('vital signs') },
  laboratory: { first: key('Laboratory results'), within: key('laboratory results') },
} as const

/**
 * Says what became of the categories with a code, where a part of the overview is about them: what could not be loaded is
 * never a quiet gap (PAT-07, OBS-02). `isEmpty`
 * tells that there is nothing to show.
 */
export function partState(
  { categories, release, withoutSubject, unreadable }: RecordStatus,
  code: keyof typeof subjects,
  isEmpty: boolean,
): PartState {
  const own = categories.filter(({ category }) => category.code === code)
  const first = t(subjects[code].first)
  const within = t(subjects[code].within)
  const say = (words: string) => ({ isPending: false, words })
  if (own.some(isPending))
    return {
      isPending: true,
      words: isEmpty
        ? t('{results} are loading…', { results: first })
        : t('More {results} are loading…', { results: within }),
    }
  if (own.length === 0)
    return say(
      t('{results} were not asked for; the record status says which categories were.', {
        results: first,
      }),
    )
  if (own.some(isIncomplete))
    return say(
      isEmpty
        ? t(
            '{results} could not be loaded; the record status says why. That does not mean that there are none.',
            { results: first },
          )
        : t('Not all {results} could be loaded; the record status says why.', { results: within }),
    )
  // Which category it was of, nobody knows of what is not read.
  const isPart = release === 'part' || withoutSubject > 0 || unreadable.length > 0
  if (isPart || own.some(mayBeIncomplete))
    return say(t('{results} may be incomplete; the record status says why.', { results: first }))
  if (!isEmpty) return say('')
  return say(
    own.every(({ state }) => state.kind === 'empty')
      ? t('No {results} were found in this category.', { results: within })
      : t('None of the {results} loaded can be shown here; the results list them all.', {
          results: within,
        }),
  )
}

/** Says whether results of any category may be missing; empty when nothing says so. */
export function wholeState(status: RecordStatus): PartState {
  const { categories, release, withoutSubject, unreadable } = status
  const isPart = release !== 'as-asked' || withoutSubject > 0 || unreadable.length > 0
  if (categories.some(isPending)) return { isPending: true, words: t('Results are still loading…') }
  const words = categories.some(isIncomplete)
    ? t(
        'Not every category could be loaded, so results may be missing here; the record status says which.',
      )
    : isPart || categories.some(mayBeIncomplete)
      ? t('Results may be missing here; the record status says why.')
      : ''
  return { isPending: false, words }
}

/** Says what is not shown any more since the load before, or may be old; empty when nothing is (D3, ERR-07). */
export function lossWords({ gone, leftOut }: Pick<RecordChanges, 'gone' | 'leftOut'>): string {
  return [
    ...(leftOut > 0
      ? [
          tn(
            leftOut,
            '{n} result is left out now; the record status says why.',
            '{n} results are left out now; the record status says why.',
          ),
        ]
      : []),
    ...(gone !== undefined && gone > 0
      ? [
          tn(
            gone,
            '{n} result is not sent any more, and not shown.',
            '{n} results are not sent any more, and not shown.',
          ),
        ]
      : []),
    ...(gone === undefined
      ? [t('Not everything could be loaded again, so something new may be missing here.')]
      : []),
  ].join(' ')
}
