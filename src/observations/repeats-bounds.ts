import { present } from '../fhir/json.ts'
import type { ReferenceRange } from './observation.ts'

/** Whether a range's text only says its limits again, as "70-99 mg/dL" does beside low 70 and high 99. */
export function repeatsBounds(text: string, { low, high }: ReferenceRange): boolean {
  const bounds = present([low, high])
  const rest = text.replaceAll(bounds[0]?.unit ?? '', '').replace(/\s/g, '')
  const numbers = rest.match(/\d+(?:\.\d+)?/g) ?? []
  const sign = rest.replace(/\d+(?:\.\d+)?/g, '')
  const signs = low === undefined ? ['<=', '≤'] : high === undefined ? ['>=', '≥'] : ['-', '–']
  return (
    bounds.length > 0 &&
    signs.includes(sign) &&
    numbers.length === bounds.length &&
    numbers.every((number, at) => Number(number) === bounds[at]?.amount.number)
  )
}
