import type { PackageSizes } from '../apps/package-sizes.ts'
import type { PageScenarioName } from '../scenarios/page-scenarios.ts'
import type { OperationFigures } from '../measure/operations.ts'
import type { PartFigures } from '../measure/parts.ts'
import type { SubjectName } from '../measure/subjects.ts'
import type { Summary } from './statistics.ts'

/** What opening a page came to, over all passes. */
export type PageResult = Readonly<
  Record<'first' | 'all' | 'longest' | 'blocked' | 'longAfterFirst' | 'heap' | 'elements', Summary>
>

/** What a launch came to, with the longest chains of requests that were waited for. */
export type LaunchResult = {
  readonly cold: Summary
  readonly warm: Summary
  readonly coldChain: readonly string[]
  readonly warmChain: readonly string[]
}

/** What files weigh, compressed by brotli, in bytes: the scripts that a page needs before it shows anything. */
export type Sizes = {
  readonly launch: number
  readonly home: number
  readonly record: number
  readonly results: number
  readonly react: number
  readonly minimal: number
  readonly tutorial: number
  readonly medplum: number
}

/** Of which packages our own pages' scripts are, and all that is built: bytes, shortened but not compressed. */
export type PackageReport = Readonly<
  Record<'launch' | 'home' | 'record' | 'results' | 'whole', PackageSizes>
>

/** Lighthouse's scores of the home page, of a hundred. */
export type Scores = { readonly performance: number; readonly bestPractices: number }

/** All that one run measured; `bench/results.json` is one. Times in milliseconds, memory in megabytes. */
export type Results = {
  readonly measuredOn: string
  readonly machine: {
    readonly processors: number
    readonly browser: string
    readonly node: string
    /** The least share of the machine that was idle before a measurement. */
    readonly idle: number
  }
  readonly launches: Readonly<Partial<Record<SubjectName, LaunchResult>>>
  readonly pages: Readonly<
    Partial<Record<PageScenarioName, Readonly<Partial<Record<SubjectName, PageResult>>>>>
  >
  readonly sizes?: Sizes
  readonly packages?: PackageReport
  readonly parts?: PartFigures
  readonly operations?: OperationFigures
  readonly scores?: Scores
}
