import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parseExact } from '../fhir/exact-json.ts'
import type { JsonObject } from '../fhir/json.ts'
import { toObject } from '../fhir/json.ts'
import { subjectOf } from '../fhir/subject.ts'
import { d10Fixtures } from './corpus/d10-fixtures.ts'
import { toTable } from './corpus/test-readings.ts'
import { distinctShapes } from './corpus/test-shape.ts'
import { compareNewestFirst } from './order.ts'
import { readObservation } from './read-observation.ts'
import { formatValue } from './words.ts'

const UPDATE =
  'Read every changed row before it is committed; `npx vitest run src/observations/corpus.test.ts -u` writes this file.'
const patients = new URL('../../sandbox/patients/', import.meta.url)

function observationsOf(file: URL): JsonObject[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => parseExact(line) as JsonObject)
    .filter(({ resourceType }) => resourceType === 'Observation')
}

const examples = observationsOf(new URL('corpus/hl7-examples.ndjson', import.meta.url))
const sandbox = readdirSync(patients)
  .filter((file) => file.endsWith('.ndjson'))
  .toSorted()
  .map((file) => ({ file, resources: observationsOf(new URL(file, patients)) }))
const fixtures = d10Fixtures.flatMap(({ resources }) => resources)
const corpora = [
  ['the examples of HL7', examples, 500],
  ["the sandbox's patients", sandbox.flatMap(({ resources }) => resources), 3000],
  ['the fixtures of D10', fixtures, 10_050],
] as const

/** Dates within a value are written in the language of the machine, which must not change the tables. */
beforeAll(() => {
  const { DateTimeFormat } = Intl
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (locale, options) {
    return new DateTimeFormat(locale ?? 'en-US', options)
  })
})

describe('the tables of readings', () => {
  it('D8 stand in the repository for the examples of HL7, each shape once', async () => {
    const rows = distinctShapes(examples)
    const table = `# How the examples of HL7 are read\n\n${UPDATE}\n\n${toTable(rows, examples)}`
    await expect(table).toMatchFileSnapshot('corpus/hl7-examples-readings.md')
  })

  it("D8 stand in the repository for the sandbox's patients, each shape not seen before once", async () => {
    const known = new Set<JsonObject>(examples)
    const seen: JsonObject[] = [...examples]
    const sections = sandbox.map(({ file, resources }) => {
      seen.push(...resources)
      const rows = distinctShapes(seen).filter((one) => resources.includes(one) && !known.has(one))
      const count = `${resources.length} Observations, ${rows.length} shapes that no table above has.`
      return `\n## ${file}\n\n${count}\n${rows.length === 0 ? '' : `\n${toTable(rows, resources)}`}`
    })
    const table = `# How the sandbox's patients are read\n\n${UPDATE}\n${sections.join('')}`
    await expect(table).toMatchFileSnapshot('corpus/sandbox-readings.md')
  })

  it('D10 stand in the repository for every entry of the list of fixtures', async () => {
    const sections = d10Fixtures.map(({ title, resources }) => {
      const rows = resources.length > 100 ? distinctShapes(resources) : resources
      return `\n## ${title}\n\n${toTable(rows, resources)}`
    })
    const table = `# How the fixtures of D10 are read\n\n${UPDATE}\n${sections.join('')}`
    await expect(table).toMatchFileSnapshot('corpus/d10-readings.md')
    expect(d10Fixtures).toHaveLength(35)
  })
})

describe.each(corpora)('every Observation of %s', (_name, resources, atLeast) => {
  const readings = resources.map((resource) => ({ resource, reading: readObservation(resource) }))
  const read = readings.flatMap(({ resource, reading }) =>
    reading.kind === 'read' ? [{ resource, observation: reading.observation }] : [],
  )

  it('D4 is read, and has words for its value', () => {
    expect(read.length).toBeGreaterThanOrEqual(atLeast)
    const words = read.map(({ observation }) => formatValue(observation))
    expect(words.filter((one) => /^$|undefined|NaN|\[object/.test(one))).toEqual([])
  })

  it('D8 is unreadable only without an id or without what was observed, and says which', () => {
    const reasons = readings.flatMap(({ resource, reading }) =>
      reading.kind === 'unreadable' ? [{ resource, reason: reading.reason }] : [],
    )
    const unsaid = reasons.filter(({ resource, reason }) =>
      resource.id === undefined
        ? reason !== 'it has no id'
        : resource.code !== undefined || reason !== "it doesn't say what was observed",
    )
    expect(unsaid).toEqual([])
  })

  it('D3 keeps what was entered in error apart from what is read', () => {
    const inError = ({ resource }: { resource: JsonObject }) =>
      resource.status === 'entered-in-error'
    const withdrawn = readings.filter(({ reading }) => reading.kind === 'entered-in-error')
    expect(withdrawn.map(({ resource }) => resource)).toEqual(
      readings.filter(inError).map(({ resource }) => resource),
    )
    expect(read.filter(({ observation }) => observation.status === 'entered-in-error')).toEqual([])
  })

  it('D4 says the comparator of its value', () => {
    const compared = read.filter(
      ({ resource, observation }) =>
        toObject(resource.valueQuantity)?.comparator !== undefined &&
        observation.value.kind === 'quantity',
    )
    const lost = compared.filter(
      ({ observation }) => !/^(?:[<≤≥>]|enough to reach )-?\d/.test(formatValue(observation)),
    )
    expect(compared.length).toBeGreaterThan(0)
    expect(lost).toEqual([])
  })
})

describe('the fixtures of D10', () => {
  it("D10 have one of another patient's, which is found by its subject, not by its reading", () => {
    const foreign = fixtures.filter(
      (one) => subjectOf(one, 'p1', 'https://ehr.example/fhir') !== 'same',
    )
    expect(foreign.map(({ id }) => id)).toEqual(['foreign'])
  })

  it('D10 have 10 000 rows, all of them read and in order', () => {
    const rows = d10Fixtures.find(({ resources }) => resources.length === 10_000)?.resources ?? []
    const observations = rows.flatMap((row) => {
      const reading = readObservation(row)
      return reading.kind === 'read' ? [reading.observation] : []
    })
    const ids = observations.toSorted(compareNewestFirst).map(({ id }) => id)
    expect(ids).toEqual(rows.map(({ id }) => id).toReversed())
    expect(ids).toHaveLength(10_000)
  })
})
