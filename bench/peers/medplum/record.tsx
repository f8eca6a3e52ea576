import { formatHumanName } from '@medplum/core'
import type { Observation } from '@medplum/fhirtypes'
import { ObservationTable } from '@medplum/react'
import { useMedplum, useResource } from '@medplum/react-hooks'
import { useEffect, useMemo, useState } from 'react'

type RecordProps = {
  readonly patientId: string
  readonly pageSize: string
}

/** The patient's name, and Medplum's table with all results that have come, page after page. */
export function Record({ patientId, pageSize }: RecordProps) {
  const medplum = useMedplum()
  // A new object at every page that comes would have the patient read again.
  const reference = useMemo(() => ({ reference: `Patient/${patientId}` }), [patientId])
  const patient = useResource(reference)
  const [observations, setObservations] = useState<Observation[]>([])
  const [failure, setFailure] = useState<string>()

  useEffect(() => {
    async function load() {
      const search = { patient: patientId, _count: pageSize }
      for await (const page of medplum.searchResourcePages('Observation', search))
        setObservations((before) => [...before, ...page])
    }
    load().catch((error: unknown) => setFailure(String(error)))
  }, [medplum, patientId, pageSize])

  const name = patient?.resourceType === 'Patient' ? patient.name?.[0] : undefined
  return (
    <>
      <h1>{name ? formatHumanName(name) : 'Patient'}</h1>
      {failure && <p role="alert">{failure}</p>}
      <ObservationTable value={observations} hideObservationNotes />
    </>
  )
}
