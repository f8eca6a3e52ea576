import { buildSeries } from './build-series.ts'
import { readSample } from './sample-observation.ts'

/** The time at which the trends of the tests are looked at. */
export const sampleNow = new Date(2024, 5, 1).getTime()
/** The trend that the sample Observation belongs to. */
export const sampleSeriesId = 'loinc-4548-4'

/** The trend of sample Observations, each with what it says otherwise; ids are `o0`, `o1` and so on unless given. */
export const buildSample = (...jsons: Parameters<typeof readSample>[0][]) =>
  buildSeries(
    jsons.map((json, at) => readSample({ id: `o${at}`, ...json })),
    sampleSeriesId,
    { now: sampleNow },
  )
