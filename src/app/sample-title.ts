import { useEffect } from 'react'
import { markSample } from '../ui/page-title.ts'

/** Says in the title of the page that this is the sample record, for as long as it is open. */
export function useSampleTitle(isSample: boolean): void {
  useEffect(() => {
    if (!isSample) return undefined
    markSample(true)
    return () => markSample(false)
  }, [isSample])
}
