import type { Coding } from '../fhir/coding.ts'
import type { Key } from '../language/catalogue.ts'
import { key, t } from '../language/t.ts'
import { wordsFor, wordTable } from '../fhir/word-table.ts'
import { componentLabel } from './blood-pressure.ts'
import type {
  Flag,
  Observation,
  ObservationValue,
  Quantity,
  ReferenceRange,
} from './observation.ts'
import { STANDING } from './observation-status.ts'
import { seriesIdOf } from './series-id.ts'
import type { SeriesPoint } from './series.ts'

/** A value of an Observation that might be a point: its own, or one of a component. */
export type TrendPart = {
  readonly codeId: string
  readonly codings: readonly Coding[]
  readonly name: string
  /** Before the value in words, such as "Systolic: "; empty for the Observation's own value. */
  readonly prefix: string
  readonly value: ObservationValue
  readonly flags: readonly Flag[]
  readonly ranges: readonly ReferenceRange[]
}

/**
 * Whether a row has a number that can be a point of a trend, in its own value or in a component: of a standing status, no test data and about the patient (D3, D4, D8). Its date isn't looked at, so that this is cheap to ask for every row.
 */
export function hasTrend(observation: Observation): boolean {
  return (
    reasonAgainst(observation) === undefined &&
    partsOf(observation).some(({ value }) => typeof toPlace(value) !== 'string')
  )
}

/** The values of an Observation that might be points. A blood pressure gives two, in one series (D5). */
export function partsOf(observation: Observation): TrendPart[] {
  const { components, name, codings, seriesId, value, flags, ranges } = observation
  const parts = components.map((component) => ({
    codeId: seriesIdOf(component.name, component.codings),
    codings: component.codings,
    name: componentLabel(component),
    prefix: `${componentLabel(component)}: `,
    value: component.value,
    flags: component.flags,
    ranges: component.ranges,
  }))
  const isOnlyPanel = value.kind === 'panel' && parts.length > 0
  return isOnlyPanel
    ? parts
    : [{ codeId: seriesId, codings, name, prefix: '', value, flags, ranges }, ...parts]
}

/** Statuses that speak against a point, in words. */
const NOT_STANDING = wordTable(`
  registered: pending
  preliminary: preliminary, not final
  cancelled: cancelled
  entered-in-error: entered in error
  unknown: status unknown
`)

/** Why no value of this Observation is a point, in words; undefined when nothing speaks against it (D3, D8). */
export function reasonAgainst({ status, focus, isTestData }: Observation): string | undefined {
  if (isTestData === true) return t('test data')
  if (!STANDING.includes(status)) {
    return wordsFor(NOT_STANDING, status) ?? t('status unknown')
  }
  return focus === undefined ? undefined : t('about {focus}, not the patient', { focus })
}

/** Where a value stands on a line: at a number, or somewhere below or above it. */
export type Place = { readonly quantity: Quantity; readonly bound: SeriesPoint['bound'] }

const BOUNDS = { '<': 'below', '<=': 'below', '>': 'above', '>=': 'above' } as const

/** Where a value stands, or why nowhere, in words that `t` says (D4). An integer has no unit by its type. */
export function toPlace(value: ObservationValue): Place | Key {
  switch (value.kind) {
    case 'quantity': {
      const { quantity } = value
      const { comparator } = quantity
      if (comparator === 'ad') return key('not a number, but as much as is needed')
      return { quantity, bound: comparator === undefined ? 'exact' : BOUNDS[comparator] }
    }
    case 'integer': {
      const quantity = { amount: value.value, comparator: undefined, unit: undefined, ucum: '1' }
      return { quantity, bound: 'exact' }
    }
    case 'absent':
      return key('no value')
    case 'panel':
      return key('a panel: its results have trends of their own')
    case 'not-interpretable':
      return key("contains information this app can't interpret")
    case 'cancelled':
      return key('cancelled')
    case 'coded':
    case 'text':
    case 'boolean':
    case 'range':
    case 'ratio':
    case 'time':
    case 'dateTime':
    case 'period':
    case 'sampled':
    case 'not-shown':
      return key('not a single number')
  }
}
