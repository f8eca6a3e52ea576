import { t } from '../language/t.ts'
import { conceptText, readConcept } from '../fhir/coding.ts'
import type { JsonObject } from '../fhir/json.ts'
import { hasModifiers } from '../fhir/modifiers.ts'
import { readFlags } from './interpretation.ts'
import type { ObservationComponent, ObservationValue } from './observation.ts'
import { NO_VALUE, readValue } from './read-value.ts'
import { readRanges } from './reference-range.ts'

/**
 * Reads one FHIR R4 Observation.component with its own value, absent reason, interpretation and ranges (D5).
 * One that is no object is kept as a part that can't be read. `hidden` stands in for the value, and takes flags and ranges with it, when the whole Observation's is hidden;
 * a component with a modifierExtension of its own is hidden likewise (D8).
 */
export function readComponent(
  component: JsonObject | undefined,
  hidden: ObservationValue | undefined,
): ObservationComponent {
  if (component === undefined) {
    const value = hidden ?? ({ kind: 'not-shown', type: t('not readable') } as const)
    return { name: t("Part this app can't read"), codings: [], value, flags: [], ranges: [] }
  }
  const concept = readConcept(component.code)
  const cover =
    hidden ?? (hasModifiers(component) ? { kind: 'not-interpretable' as const } : undefined)
  return {
    name: conceptText(concept) ?? t('Part without a name'),
    codings: concept.codings,
    value: cover ?? readValue(component) ?? { kind: 'absent', reason: t(NO_VALUE) },
    flags: cover ? [] : readFlags(component.interpretation),
    ranges: cover ? [] : readRanges(component.referenceRange),
  }
}
