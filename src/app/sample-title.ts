import { useEffect } from 'react'
import { t } from '../language/t.ts'

/** Says in the title of the page that this is the sample record: a fixed word, and never anything of a record (LOG-05). */
export function useSampleTitle(isSample: boolean): void {
  useEffect(() => {
    if (!isSample) return undefined
    const before = document.title
    document.title = t('Sample data – Chartside')
    return () => {
      document.title = before
    }
  }, [isSample])
}
