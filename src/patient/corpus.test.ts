import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { toText } from '../fhir/json.ts'
import { madePatients } from './corpus/made-patients.ts'
import { linesOf, toTable } from './corpus/test-readings.ts'
import { usCoreExamples } from './corpus/us-core-examples.ts'
import { readPatient } from './read-patient.ts'

const UPDATE =
  'Read every changed row before it is committed; `npx vitest run src/patient/corpus.test.ts -u` writes this file.'
const folder = new URL('../../sandbox/patients/', import.meta.url)

function patientsOf(file: URL): JsonObject[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((line) => line.includes('"resourceType":"Patient"'))
    .map((line) => JSON.parse(line) as JsonObject)
    .filter(({ resourceType }) => resourceType === 'Patient')
}

const examples = patientsOf(new URL('corpus/hl7-examples.ndjson', import.meta.url))
const sandbox = readdirSync(folder)
  .filter((file) => file.endsWith('.ndjson'))
  .toSorted()
  .flatMap((file) => patientsOf(new URL(file, folder)))
const made = madePatients.map(({ resource }) => resource)

/** Dates are written in the language of the machine, which must not change the tables. */
beforeAll(() => {
  const { DateTimeFormat } = Intl
  vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (locale, options) {
    return new DateTimeFormat(locale ?? 'en-US', options)
  })
})

it('D9 the table of readings stands in the repository', async () => {
  const sections = (resources: readonly JsonObject[]) =>
    resources.map((one) => `\n### ${toText(one.id) ?? '(no id)'}\n\n${toTable(one)}`).join('')
  const own = madePatients.map(({ title, resource }) => `\n### ${title}\n\n${toTable(resource)}`)
  const table = [
    `# How Patients are read\n\n${UPDATE}\n`,
    `\n## Made for this\n${own.join('')}`,
    `\n## The examples of HL7\n${sections(examples)}`,
    `\n## The examples of US Core\n${sections(usCoreExamples)}`,
    `\n## The sandbox's patients\n${sections(sandbox)}`,
  ]
  await expect(table.join('')).toMatchFileSnapshot('corpus/readings.md')
  expect([examples.length, usCoreExamples.length, sandbox.length]).toEqual([51, 5, 9])
})

describe.each([
  ['example of HL7', examples],
  ['example of US Core', usCoreExamples],
  ['patient of the sandbox', sandbox],
  ['patient made for this', made],
])('every %s', (_, resources) => {
  it('D9 is read, unless it has no id', () => {
    const unread = resources.filter((one) => readPatient(one) === undefined)
    expect(unread.filter(({ id }) => id !== undefined)).toEqual([])
  })

  it('D9 has words in every line', () => {
    const lines = resources.flatMap((one) => {
      const patient = readPatient(one)
      return patient === undefined ? [] : linesOf(patient)
    })
    const odd = lines.filter(({ label, text }) =>
      [label, text].some((words) => /^\s*$|undefined|NaN|\[object/.test(words)),
    )
    expect(lines.length).toBeGreaterThan(resources.length)
    expect(odd).toEqual([])
  })
})
