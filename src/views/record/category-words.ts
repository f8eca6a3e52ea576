import { formatFailure } from '../../fhir/failure-words.ts'
import type { CategoryState } from '../../fhir/record-status.ts'
import type { Key } from '../../language/catalogue.ts'
import { key, t, tn } from '../../language/t.ts'

type StopReason = Extract<CategoryState, { kind: 'stopped' }>['why']

const stoppedWords: Readonly<Record<StopReason, Key>> = {
  loop: key(
    "stopped after {n}, because the hospital's server gave the same page again; there may be more",
  ),
  'page-limit': key(
    'stopped after {n}, because there are more pages than this app reads; there may be more',
  ),
  'lost-link': key(
    "stopped after {n}, because the hospital's server did not say where the next page is; there may be more",
  ),
}

/** Says what became of one category (OBS-02): "361 loaded", "refused by the hospital's server". */
export function formatCategoryState(state: CategoryState): string {
  switch (state.kind) {
    case 'waiting':
      return t('waiting')
    case 'loading':
      return tn(state.count, 'loading, {n} so far', 'loading, {n} so far')
    case 'loaded':
      return tn(state.count, '{n} loaded', '{n} loaded')
    case 'empty':
      return t('none found')
    case 'refused':
      return state.count === 0
        ? t("refused by the hospital's server")
        : tn(
            state.count,
            "refused by the hospital's server, {n} loaded before that",
            "refused by the hospital's server, {n} loaded before that",
          )
    case 'failed': {
      const reason = formatFailure(state.failure)
      return state.count === 0
        ? t('failed: {reason}', { reason })
        : tn(
            state.count,
            'failed: {reason}, {n} loaded before that',
            'failed: {reason}, {n} loaded before that',
            { reason },
          )
    }
    case 'stopped':
      return t(stoppedWords[state.why], { n: state.count })
  }
}
