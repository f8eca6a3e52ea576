import { t } from '../language/t.ts'
import { bloodPressureOf } from './blood-pressure.ts'
import type { Observation, ObservationValue, Quantity } from './observation.ts'
import { formatUnit } from './words.ts'

/** Said in a row's name when none of its numbers came with a unit. */
const noUnit = Symbol('no unit given')

/** Stands for "the units have to stand beside the numbers". */
const apart = Symbol('apart')
type UnitSoFar = string | typeof noUnit | typeof apart | undefined

/**
 * Finds the unit that all numbers of a row share, one value after the other (D4): two units never stand in one row
 * without being said. A text with digits may be a number in any unit, and keeps the units beside the numbers.
 */
export type UnitFinder = {
  readonly add: (value: ObservationValue) => void
  /** The unit's words for the row's name; empty for numbers without dimension; undefined when each cell says its own. */
  readonly shared: () => string | undefined
}

export function createUnitFinder(): UnitFinder {
  let unit: UnitSoFar
  return {
    add(value) {
      if (unit === apart) return
      const found = unitOf(value)
      if (found === undefined) return
      unit = unit === undefined || unit === found ? found : apart
    },
    shared: () => {
      if (unit === apart || unit === undefined) return undefined
      return unit === noUnit ? t('no unit given') : formatUnit(unit)
    },
  }
}

/** Adds what the cell of a whole Observation shows: its own value, and both parts of a blood pressure (D5). */
export function addUnits(finder: UnitFinder, observation: Observation): void {
  finder.add(observation.value)
  if (observation.components.length === 0) return
  const pressure = bloodPressureOf(observation)
  if (pressure?.systolic) finder.add(pressure.systolic.value)
  if (pressure?.diastolic) finder.add(pressure.diastolic.value)
}

function unitOf(value: ObservationValue): UnitSoFar {
  switch (value.kind) {
    case 'quantity':
      return wordsOf(value.quantity)
    case 'text':
    case 'coded':
      return /\d/.test(value.text) ? apart : undefined
    case 'integer':
    case 'range':
    case 'ratio':
    case 'sampled':
      return apart
    case 'boolean':
    case 'time':
    case 'dateTime':
    case 'period':
    case 'not-shown':
    case 'not-interpretable':
    case 'cancelled':
    case 'panel':
    case 'absent':
      return undefined
  }
}

function wordsOf({ unit, ucum }: Quantity): UnitSoFar {
  return unit ?? (ucum === undefined ? noUnit : '')
}
