import type { Bundle, BundleEntry, Observation } from 'fhir/r4'

/** What an earlier version said otherwise; undefined stands for a deletion. */
type Earlier = Partial<Observation> | undefined

/** Earlier versions of the few results that have some, oldest first. */
const earlier: Readonly<Record<string, readonly Earlier[]>> = {
  'gen-multi-cat': [
    { status: 'preliminary', valueQuantity: { value: 21 } },
    { status: 'final', valueQuantity: { value: 21 } },
    undefined,
  ],
}

/** The versions of an Observation, newest first (FHIR R4 http history-instance). Most have one. */
export function toHistory(observation: Observation): Bundle {
  const id = observation.id ?? ''
  const versions = [...(earlier[id] ?? []), {}]
  const entry = versions.map((part, index): BundleEntry => {
    const versionId = String(index + 1)
    const lastUpdated = `2025-05-${String(index + 3).padStart(2, '0')}T10:00:00Z`
    const url = `Observation/${id}`
    const response = { status: '200', etag: `W/"${versionId}"`, lastModified: lastUpdated }
    if (part === undefined) return { request: { method: 'DELETE', url }, response }
    const meta = { ...observation.meta, versionId, lastUpdated }
    const method = index === 0 ? 'POST' : 'PUT'
    return { resource: { ...observation, ...part, meta }, request: { method, url }, response }
  })
  return { resourceType: 'Bundle', type: 'history', total: entry.length, entry: entry.toReversed() }
}
