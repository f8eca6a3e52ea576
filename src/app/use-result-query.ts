import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom'
import { isFhirId } from '../fhir/fhir-id.ts'
import { toObject } from '../fhir/json.ts'
import { rebase, searchNow } from './address-query.ts'
import { formatQuery, readQuery, type ResultQuery } from '../views/results/result-query.ts'

const write = (query: ResultQuery) => new URLSearchParams(formatQuery(query)).toString()

/** The search of the entry before, kept with the one that opening a row made. */
const openedFromOf = (state: unknown) => toObject(state)?.openedFrom

/**
 * What of the results is shown, as it stands in the address, and a function that shows something else.
 *
 * Opening a row makes an entry of the history, so that Back closes it; all else changes the entry that there is. Closing
 * goes back over the entry that opening made, where that shows the same otherwise: Back then has no entry to no effect.
 * A row whose id FHIR doesn't allow can't stand in the address, and is kept here alone.
 */
export function useResultQuery() {
  const [search, setSearch] = useSearchParams()
  const { state } = useLocation() as { readonly state: unknown }
  const navigate = useNavigate()
  const [oddRow, setOddRow] = useState<string>()
  const isGoingBack = useRef(false)
  const query = useMemo(() => {
    const read = readQuery(search)
    return { ...read, row: read.row ?? oddRow }
  }, [search, oddRow])
  useEffect(() => {
    isGoingBack.current = false
  }, [query])

  const onQuery = useCallback(
    (asked: ResultQuery) => {
      // A second press, before the first has come back, would lead out of the results.
      if (isGoingBack.current) return
      const read = readQuery(searchNow())
      const now = { ...read, row: read.row ?? oddRow }
      const next = rebase(query, asked, now)
      const { row } = next
      const isOdd = row !== undefined && !isFhirId(row)
      setOddRow(isOdd ? row : undefined)
      const target = write(next)
      const isClosing = row === undefined && now.row !== undefined
      if (row !== undefined && now.row === undefined && !isOdd) {
        setSearch(target, { state: { openedFrom: write(now) } })
      } else if (isClosing && openedFromOf(state) === target) {
        isGoingBack.current = true
        void navigate(-1)
      } else {
        setSearch(target, { replace: true, state: isClosing ? null : state })
      }
    },
    [query, oddRow, state, setSearch, navigate],
  )
  return { query, onQuery }
}
