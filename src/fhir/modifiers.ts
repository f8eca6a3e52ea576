import type { JsonObject } from './json.ts'
import { isPresent } from './json.ts'

/**
 * Whether an element or resource carries a modifier this app doesn't know: `modifierExtension` or `implicitRules`.
 * Either may turn its meaning around, so what it says must not be shown as fact (FHIR R4 §2.1.0.10, D8).
 */
export function hasModifiers(element: JsonObject): boolean {
  const extensions = element.modifierExtension
  const isExtended = Array.isArray(extensions) ? extensions.length > 0 : isPresent(extensions)
  return isExtended || isPresent(element.implicitRules)
}
