import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { writeSampleRecord } from './sample/sample-record.ts'

const shipped = '../src/app/sample-record.ndjson'

it('ships the sample record as it is generated; "-u" writes it anew', async () => {
  await expect(writeSampleRecord()).toMatchFileSnapshot(shipped)
})

it('keeps the sample record small, and every value but its own made-up names out of real life', async () => {
  const text = await readFile(new URL(shipped, import.meta.url), 'utf8')
  expect(gzipSync(text).length).toBeLessThan(60_000)
  expect(text.match(/https?:\/\/[^/"]+/g)?.every((site) => known.includes(site))).toBe(true)
})

const known = [
  'http://loinc.org',
  'http://snomed.info',
  'http://terminology.hl7.org',
  'http://unitsofmeasure.org',
  'https://sample.example',
]
