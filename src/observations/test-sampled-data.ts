import type { JsonObject } from '../fhir/json.ts'
import type { SampledData } from './observation.ts'
import { ucum } from './sample-observation.ts'
import { readSampledData } from './sampled-data.ts'

/** For tests: a FHIR SampledData in mV, one sample every 2 ms, with whatever `rest` adds or replaces. */
export function sampledJson(rest: JsonObject = {}): JsonObject {
  return { origin: ucum(0, 'mV'), period: 2, dimensions: 1, ...rest }
}

/** For tests: the SampledData read from {@link sampledJson}; throws when it can't be read. */
export function readSampled(rest: JsonObject = {}): SampledData {
  const data = readSampledData(sampledJson(rest))
  if (data === undefined) throw new Error(`not read: ${JSON.stringify(rest)}`)
  return data
}
