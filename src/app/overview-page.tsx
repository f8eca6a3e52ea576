import { useEffect } from 'react'
import { isPending } from '../fhir/record-status.ts'
import { OverviewView } from '../views/overview/overview-view.tsx'
import { preloadResults } from './lazy-pages.ts'
import { useSessionContext } from './session-context.ts'

/** The first screen of the session. */
export function OverviewPage() {
  const { record } = useSessionContext()
  const isLoading = record.status.categories.some(isPending)
  useEffect(() => {
    if (!isLoading) preloadResults()
  }, [isLoading])
  return <OverviewView observations={record.observations} status={record.status} />
}
