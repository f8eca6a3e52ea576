import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseExact } from '../fhir/exact-json.ts'
import type { Json, JsonObject } from '../fhir/json.ts'
import { speak } from '../language/language.ts'
import { loadLanguage } from '../language/load-language.ts'
import { d10Fixtures } from './corpus/d10-fixtures.ts'
import { distinctShapes } from './corpus/test-shape.ts'
import type { Observation } from './observation.ts'
import { readObservation } from './read-observation.ts'
import { formatResultSentence } from './sentences.ts'
import {
  formatEffective,
  formatFlags,
  formatRanges,
  formatStatus,
  formatUnit,
  formatValue,
} from './words.ts'

const examples = readFileSync(new URL('corpus/hl7-examples.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .filter((_, at) => at % 4 === 0)
  .map((line) => parseExact(line) as JsonObject)
const fixtures = d10Fixtures.flatMap(({ resources }) => resources)

beforeAll(() => loadLanguage('ar-XB', 'ar-u-nu-latn-ca-gregory'))
afterAll(() => speak('en', 'en-US'))

/** All texts that a resource holds, and the names of its types of value. */
function textsOf(json: Json | undefined): string[] {
  if (typeof json === 'string') return [json, formatUnit(json), json.trim()]
  if (typeof json !== 'object' || json === null) return []
  return Object.entries(json).flatMap(([key, member]) => [
    key.replace(/^value/, ''),
    ...textsOf(member as Json),
  ])
}

/** What is said, without what the server said. */
function oursIn(said: string, resource: JsonObject): string {
  const texts = [...new Set(textsOf(resource))].filter((text) => /\p{L}/u.test(text))
  return texts
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, text) => {
      const literal = text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return rest.replaceAll(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, 'gu'), '')
    }, said)
}

function sayAll(observation: Observation): string[] {
  return [
    formatValue(observation, new Set<string>()),
    formatFlags(observation),
    formatRanges(observation),
    formatEffective(observation.effective),
    formatStatus(observation.status),
    formatResultSentence(observation),
    ...(observation.details ?? []).flatMap(({ label, text }) => [label, text]),
  ]
}

const read = (resources: readonly JsonObject[]) =>
  distinctShapes(resources).flatMap((resource) => {
    const reading = readObservation(resource)
    if (reading.kind !== 'read') return []
    const { observation } = reading
    // Of rich text, and of signs that are spoken, the words aren't those that were sent.
    return /\{\\+rtf|[<>] ?\d/.test(JSON.stringify(resource)) ? [] : [{ resource, observation }]
  })

describe.each([
  ['the examples of HL7', examples],
  ['the fixtures of D10', fixtures],
])('%s in the pseudo-language', (_name, resources) => {
  it('are said with no English word of the app’s own left', () => {
    const said = read(resources).flatMap(({ resource, observation }) =>
      sayAll(observation).map((words) => ({ words, ours: oursIn(words, resource) })),
    )
    expect(said.length).toBeGreaterThan(200)
    // The pseudo-language has an accent on each of these letters.
    expect(said.filter(({ ours }) => /[aeiounAEIOU]/.test(ours))).toEqual([])
    expect(said.some(({ words }) => words.includes('⟦'))).toBe(true)
  })

  it('D4 are said with the digits that were sent', () => {
    for (const { observation } of read(resources)) {
      const { value } = observation
      if (value.kind !== 'quantity') continue
      expect(formatValue(observation)).toContain(value.quantity.amount.text)
    }
  })
})
