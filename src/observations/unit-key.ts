import type { Quantity } from './observation.ts'

type Unit = Pick<Quantity, 'ucum' | 'unit'>

/**
 * What the unit's words say beyond its UCUM code; empty where nothing. UCUM has no code for some of it: D-dimer comes as
 * `ng/mL` with the words "ng/mL FEU" or "ng/mL DDU", of which one is twice the other (D4).
 */
function qualifierOf({ ucum, unit }: Unit): string {
  if (ucum === undefined || unit === undefined || ucum === '' || unit === ucum) return ''
  if (unit.startsWith(ucum)) return unit.slice(ucum.length).trim()
  return unit.endsWith(` ${ucum}`) ? unit.slice(0, -ucum.length).trim() : ''
}

/** Tells units apart: by UCUM code and what qualifies it, else by the sender's words, else as none. No spelling is guessed at (D4). */
export function unitKeyOf(unit: Unit): string {
  if (unit.ucum === undefined) return unit.unit === undefined ? 'none' : `text ${unit.unit}`
  const qualifier = qualifierOf(unit)
  return qualifier === '' ? `ucum ${unit.ucum}` : `ucum ${unit.ucum} (${qualifier})`
}

/** The UCUM code by which a unit may be converted or compared; undefined where its words say more than the code. */
export function plainUcumOf(unit: Unit): string | undefined {
  return qualifierOf(unit) === '' ? unit.ucum : undefined
}
