import { useCallback, useEffect, useRef } from 'react'
import type { ResultQuery } from './result-query.ts'

/**
 * How the detail of a row is opened and closed, the rest of the query staying as it is. Both stay the same functions, so
 * that no row of the table draws again.
 */
export function useRow(query: ResultQuery, onQuery: (query: ResultQuery) => void) {
  const latest = useRef({ query, onQuery })
  useEffect(() => {
    latest.current = { query, onQuery }
  }, [query, onQuery])
  const show = useCallback((row: string | undefined) => {
    const now = latest.current
    now.onQuery({ ...now.query, row })
  }, [])
  const close = useCallback(() => show(undefined), [show])
  return { open: show, close }
}
