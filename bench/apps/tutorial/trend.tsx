import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { useRecord } from './record.tsx'

/** The test of the first result over time. */
export function Trend() {
  const { observations = [] } = useRecord()
  const code = observations[0]?.code.coding?.[0]?.code
  const points = observations
    .filter((observation) => observation.code.coding?.[0]?.code === code)
    .map(({ effectiveDateTime, valueQuantity }) => ({
      date: effectiveDateTime,
      value: valueQuantity?.value,
    }))
  return (
    <LineChart width={900} height={360} data={points}>
      <CartesianGrid />
      <XAxis dataKey="date" />
      <YAxis />
      <Tooltip />
      <Line dataKey="value" />
    </LineChart>
  )
}
