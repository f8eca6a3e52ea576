import {
  isIncomplete,
  isPending,
  mayBeIncomplete,
  type RecordStatus,
} from '../../fhir/record-status.ts'
import { t } from '../../language/t.ts'
import { Loading } from '../../ui/loading.tsx'
import { Message } from '../../ui/message.tsx'

/**
 * Says that values may be missing from a trend, and why: results are still on their way, or a part of the record was
 * refused, failed, ended early, is held back or was never released to the app.
 */
export function TrendGaps({ status }: { readonly status: RecordStatus }) {
  const { categories, release } = status
  const incomplete = categories.filter((one) => isIncomplete(one) || mayBeIncomplete(one))
  const titles = incomplete.map(({ category }) => category.title).join(', ')
  return (
    <>
      {categories.some(isPending) && (
        <Loading>{t('Results are still loading; more values may follow.')}</Loading>
      )}
      {incomplete.length > 0 && (
        <Message kind="note" title={t('Values may be missing')}>
          {t(
            'Not everything could be loaded: {categories}. The record status says what became of it.',
            { categories: titles },
          )}
        </Message>
      )}
      {release !== 'as-asked' && (
        <p className="quiet">
          {t(
            'Only a part of the results was released to this app, so values may be missing. The record status says which part.',
          )}
        </p>
      )}
    </>
  )
}
