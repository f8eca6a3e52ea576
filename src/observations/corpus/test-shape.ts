import type { Json, JsonObject } from '../../fhir/json.ts'

/** What names a resource, and says nothing about how it is read. */
const NAMES = ['id', 'reference']

/**
 * For tests: gives each distinct shape of a list once, its first resource. Resources have the same shape when they
 * differ in nothing but ids, references and the digits of numbers and dates.
 */
export function distinctShapes(resources: readonly JsonObject[]): JsonObject[] {
  const first = new Map<string, JsonObject>()
  for (const resource of resources) {
    const shape = JSON.stringify(resource, toShape)
    if (!first.has(shape)) first.set(shape, resource)
  }
  return [...first.values()]
}

function toShape(key: string, value: Json): Json | undefined {
  if (NAMES.includes(key)) return undefined
  if (typeof value === 'number') return String(value).replace(/\d+/g, '0')
  const isDate = typeof value === 'string' && /^\d{4}(?:-|$)/.test(value)
  return isDate ? value.replace(/\d/g, '0') : value
}
