import type Client from 'fhirclient/lib/Client.js'
import type { Observation, Patient } from 'fhir/r4'
import { useEffect, useState } from 'react'
import { Link, Outlet, useOutletContext } from 'react-router-dom'
import { connect } from './connect.ts'
import { readPageSize } from './page-size.ts'

/** What every page of the app gets: nothing of it is there before it has come whole. */
type RecordContext = {
  readonly client: Client | undefined
  readonly observations: readonly Observation[] | undefined
}

/** Loads the patient, then all results in one go, and lays out the page around them. */
export function Record() {
  const [client, setClient] = useState<Client>()
  const [patient, setPatient] = useState<Patient>()
  const [observations, setObservations] = useState<readonly Observation[]>()
  const [failure, setFailure] = useState<string>()

  useEffect(() => {
    async function load() {
      const connected = await connect()
      setClient(connected)
      const id = connected.patient.id ?? ''
      setPatient(await connected.request<Patient>(`Patient/${id}`))
      const search = `Observation?patient=${id}&_count=${readPageSize()}`
      setObservations(await connected.request<Observation[]>(search, { pageLimit: 0, flat: true }))
    }
    load().catch((error: unknown) => setFailure(String(error)))
  }, [])

  const name = patient?.name?.[0]
  const context: RecordContext = { client, observations }
  return (
    <>
      <h1>{name ? [...(name.given ?? []), name.family].join(' ') : 'Patient'}</h1>
      <nav>
        <Link to="/">Results</Link> <Link to="/trend">Trend</Link> <Link to="/user">User</Link>
      </nav>
      {failure ? <p role="alert">{failure}</p> : <Outlet context={context} />}
    </>
  )
}

/** What the record around a page has loaded. */
export function useRecord(): RecordContext {
  return useOutletContext<RecordContext>()
}
