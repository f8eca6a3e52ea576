import { d10Dates } from './d10-dates.ts'
import { d10Panels } from './d10-panels.ts'
import type { D10Fixture } from './d10-parts.ts'
import { d10Qualifiers } from './d10-qualifiers.ts'
import { d10Values } from './d10-values.ts'

/** For tests: one fixture for each entry of the list D10, and variants that could be taken for it. */
export const d10Fixtures: readonly D10Fixture[] = [
  ...d10Values,
  ...d10Panels,
  ...d10Qualifiers,
  ...d10Dates,
]
