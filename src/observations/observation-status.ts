import { wordTable } from '../fhir/word-table.ts'
import type { ObservationStatus } from './observation.ts'

/** FHIR R4 ObservationStatus in words. A Map, so that no code can reach a prototype. */
export const STATUS_WORDS = wordTable(`
  registered: Pending
  preliminary: Preliminary
  final: Final
  amended: Amended
  corrected: Corrected
  cancelled: Cancelled
  entered-in-error: Entered in error
  unknown: Status unknown
`)

/** Statuses whose value stands; only these are drawn in a trend (D3). */
export const STANDING: readonly ObservationStatus[] = ['final', 'amended', 'corrected']

/** Reads FHIR R4 Observation.status; a missing or unrecognised code is `unknown` (D3). */
export function readStatus(json: unknown): ObservationStatus {
  return isStatus(json) ? json : 'unknown'
}

function isStatus(json: unknown): json is ObservationStatus {
  return typeof json === 'string' && STATUS_WORDS.has(json)
}
