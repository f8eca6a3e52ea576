import { UcumLhcUtils } from '@lhncbc/ucum-lhc'

/**
 * Converts a number between two UCUM units; undefined where that can't be done exactly, by the definitions of UCUM and
 * nothing else. Between mass and moles only with the molar mass, in grams per mole.
 */
export type UnitConverter = (
  value: number,
  from: string,
  to: string,
  gramsPerMole?: number,
) => number | undefined

/** Annotations that only say what is counted; any other may change what a number means ("mL/min/{1.73_m2}"). */
const countings = ['{beats}', '{breaths}', '{cells}', '{copies}', '{count}', '{counts}', '{events}']

/** Digits that a conversion can be trusted with: factors of UCUM are exact, the arithmetic of numbers is not. */
const digits = 12

/**
 * Converts by UCUM (`@lhncbc/ucum-lhc`, which refuses equivalents and arbitrary units such as meq and [IU]). Also
 * refused are numbers without a dimension, unless the units are the same: "%" and "mmol/mol" are both mere ratios, but
 * of hemoglobin A1c they are two scales. So are units that the library has to guess at, and annotations that differ.
 */
export const convertUnits: UnitConverter = (value, from, to, gramsPerMole) => {
  if (withoutCountings(from) === withoutCountings(to)) return value
  if (annotationsOf(from) !== annotationsOf(to)) return undefined
  const options = gramsPerMole === undefined ? {} : { molecularWeight: gramsPerMole }
  const { status, toVal, msg, fromUnit, toUnit } = convert(from, value, to, options)
  const hasDimension = [fromUnit, toUnit].every((unit) =>
    unit?.dim_?.dimVec_?.some((exponent) => exponent !== 0),
  )
  const isCertain = status === 'succeeded' && toVal !== null && msg.length === 0 && hasDimension
  return isCertain && Number.isFinite(toVal) ? Number(toVal.toPrecision(digits)) : undefined
}

const convert: ReturnType<typeof UcumLhcUtils.getInstance>['convertUnitTo'] = (...question) => {
  try {
    return UcumLhcUtils.getInstance().convertUnitTo(...question)
  } catch {
    // Units come from a server; "constructor" makes the library throw.
    return { status: 'error', toVal: null, msg: [] }
  }
}

function withoutCountings(unit: string): string {
  return countings.reduce((rest, counting) => rest.replaceAll(counting, ''), unit)
}

function annotationsOf(unit: string): string {
  return (withoutCountings(unit).match(/\{[^{}]*\}/g) ?? []).toSorted().join()
}
