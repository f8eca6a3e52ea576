import type { Bundle, Observation, Patient } from 'fhir/r4'
import { useEffect, useState } from 'react'
import type { SignedIn } from './sign-in.ts'

/** A heading with the patient, and a table with the first page of results. */
export function Record({ base, token, patientId }: SignedIn) {
  const [patient, setPatient] = useState<Patient>()
  const [page, setPage] = useState<Bundle<Observation>>()

  useEffect(() => {
    async function request<T>(path: string): Promise<T> {
      const headers = { accept: 'application/fhir+json', authorization: `Bearer ${token}` }
      const answer = await fetch(`${base}/${path}`, { headers })
      return (await answer.json()) as T
    }
    void request<Patient>(`Patient/${patientId}`).then(setPatient)
    void request<Bundle<Observation>>(`Observation?patient=${patientId}`).then(setPage)
  }, [base, token, patientId])

  return (
    <>
      <h1>{patient?.name?.[0]?.family}</h1>
      <table>
        <tbody>
          {page?.entry?.map(({ resource }) => (
            <tr key={resource?.id}>
              <td>{resource?.effectiveDateTime}</td>
              <td>{resource?.code.text}</td>
              <td>{resource?.valueQuantity?.value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
