/** A category of Observations that a server has beside those of FHIR and US Core. */
export type ConfiguredCategory = {
  readonly code: string
  /** The code system's address; empty where the server takes the code alone. */
  readonly system: string
  readonly title: string
}

/** What the configuration of a server says of its searches for Observations. */
export type ObservationSettings = {
  readonly categories: readonly ConfiguredCategory[]
  /** Whether the server wants category codes without their system (OBS-01). */
  readonly bareCodes: boolean
  /** Results a page, at most. */
  readonly pageSize: number
  /** Pages read of one category at most. */
  readonly maxPages: number
}

/** Where the configuration says nothing: 1,000 a page, as Epic's at most, and 500 pages a category. */
export const usualSettings: ObservationSettings = {
  categories: [],
  bareCodes: false,
  pageSize: 1000,
  maxPages: 500,
}
