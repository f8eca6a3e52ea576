import { expect, it } from 'vitest'
import { plainUcumOf, unitKeyOf } from './unit-key.ts'

it.each([
  ['ng/mL', 'ng/mL', 'ucum ng/mL', 'ng/mL'],
  ['ng/mL', 'ng/mL FEU', 'ucum ng/mL (FEU)', undefined],
  ['ng/mL', 'ng/mL DDU', 'ucum ng/mL (DDU)', undefined],
  ['ng/mL', 'FEU ng/mL', 'ucum ng/mL (FEU)', undefined],
  ['mL/min', 'mL/min/1.73m2', 'ucum mL/min (/1.73m2)', undefined],
  ['mm[Hg]', 'mmHg', 'ucum mm[Hg]', 'mm[Hg]'],
  ['[lb_av]', 'lb', 'ucum [lb_av]', '[lb_av]'],
  ['Cel', undefined, 'ucum Cel', 'Cel'],
  [undefined, 'mmHg', 'text mmHg', undefined],
  [undefined, undefined, 'none', undefined],
])('D4 keeps the unit %s in the words %s as %s', (ucum, unit, key, plain) => {
  expect(unitKeyOf({ ucum, unit })).toBe(key)
  expect(plainUcumOf({ ucum, unit })).toBe(plain)
})
