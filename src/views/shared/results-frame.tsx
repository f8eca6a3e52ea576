import type { ReactNode } from 'react'
import type { RecordStatus } from '../../fhir/record-status.ts'
import { t } from '../../language/t.ts'
import { Message } from '../../ui/message.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { PageName } from '../../ui/page-title.ts'
import { NoResults } from './no-results.tsx'

/**
 * A view of the loaded results under its heading. Nothing of them when results of another patient arrived (PAT-02); why
 * there are none where none are loaded, with `besideNone` below.
 */
export function ResultsFrame({
  page,
  title,
  className = 'view',
  status,
  isEmpty,
  besideNone,
  children,
}: {
  readonly page: PageName
  readonly title: string
  readonly className?: string
  readonly status: RecordStatus
  readonly isEmpty: boolean
  readonly besideNone?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className={className}>
      <PageHeading page={page}>{title}</PageHeading>
      {status.foreignSubject ? (
        <Message kind="problem" title={t('Stopped: results of another patient were received')}>
          {t('Nothing of the record is shown.')}
        </Message>
      ) : isEmpty ? (
        <>
          <NoResults status={status} />
          {besideNone}
        </>
      ) : (
        children
      )}
    </div>
  )
}
