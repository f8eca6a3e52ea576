import type { Key } from '../language/catalogue.ts'

/** A test as medicine knows it, and the LOINC codes under which servers send it. */
export type Analyte = {
  /** `[a-z0-9-]+`; once published it stays, as addresses and storage may hold it. */
  readonly id: string
  /** In words that `t` says, the specimen and method named where others are kept apart. */
  readonly name: Key
  /** LOINC codes whose results may share one trend. */
  readonly codes: readonly string[]
  /** LOINC codes that may stand beside one of `codes` on the same Observation without making it another test. */
  readonly alongside?: readonly string[]
  /** Stated only where one substance is counted on both sides; without it mass and moles stay two lines. */
  readonly molarMass?: MolarMass
}

export type MolarMass = { readonly gramsPerMole: number; readonly source: string }
