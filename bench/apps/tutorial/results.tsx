import type { Observation } from 'fhir/r4'
import { useRecord } from './record.tsx'

/** A plain table with a row for each result, however many there are. */
export function Results() {
  const { observations } = useRecord()
  if (!observations) return <p>Loading…</p>
  return (
    <table>
      <thead>
        <tr>
          <th>Date</th>
          <th>Test</th>
          <th>Value</th>
          <th>Range</th>
          <th>Flag</th>
          <th>Status</th>
        </tr>
      </thead>
      <tbody>
        {observations.map((observation) => (
          <tr key={observation.id}>
            <td>{formatDate(observation.effectiveDateTime)}</td>
            <td>{observation.code.text ?? observation.code.coding?.[0]?.display}</td>
            <td>{formatValue(observation)}</td>
            <td>{formatRange(observation)}</td>
            <td>{observation.interpretation?.[0]?.coding?.[0]?.code}</td>
            <td>{observation.status}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const formatDate = (date: string | undefined) => date && new Date(date).toLocaleDateString()

function formatValue(observation: Observation): string | number | undefined {
  const { valueQuantity, component } = observation
  if (valueQuantity) return `${valueQuantity.value ?? ''} ${valueQuantity.unit ?? ''}`
  if (component) return component.map((part) => part.valueQuantity?.value).join('/')
  return (
    observation.valueCodeableConcept?.text ?? observation.valueString ?? observation.valueInteger
  )
}

function formatRange({ referenceRange }: Observation): string | undefined {
  const range = referenceRange?.[0]
  return range && (range.text ?? `${range.low?.value ?? ''}–${range.high?.value ?? ''}`)
}
