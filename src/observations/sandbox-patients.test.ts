import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFhirDate } from '../fhir/fhir-date.ts'
import type { JsonObject } from '../fhir/json.ts'
import { toObject } from '../fhir/json.ts'
import { buildSeries } from './build-series.ts'
import { hasTrend } from './trend-parts.ts'
import type { Observation } from './observation.ts'
import { compareNewestFirst } from './order.ts'
import { readObservation } from './read-observation.ts'
import { formatFlags, formatRanges, formatValue } from './words.ts'

const folder = new URL('../../sandbox/patients/', import.meta.url)

function resourcesOf(file: string): JsonObject[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n')
  return lines.map((line) => JSON.parse(line) as JsonObject)
}

function readAll(file: string) {
  const readings = resourcesOf(file)
    .filter(({ resourceType }) => resourceType === 'Observation')
    .map(readObservation)
  const observations: Observation[] = readings.flatMap((reading) =>
    reading.kind === 'read' ? [reading.observation] : [],
  )
  const count = (kind: string) => readings.filter((reading) => reading.kind === kind).length
  return { observations, inError: count('entered-in-error'), unreadable: count('unreadable') }
}

describe('the sandbox patients', () => {
  it.each([
    ['gen-dana-demo.ndjson', 2681, 1],
    ['hl7-example-peter-chalmers.ndjson', 30, 0],
    ['hl7-f001-pieter-van-de-heuvel.ndjson', 7, 0],
    ['hl7-f201-roel.ndjson', 4, 1],
    ['hl7-infant.ndjson', 6, 0],
    ['hl7-panels.ndjson', 136, 1],
    ['npm-synthea-johnnie-hermiston-child.ndjson', 106, 0],
    ['npm-synthea-luna-mccullough-child.ndjson', 97, 0],
  ])('D8 reads every Observation of %s: %i, and %i entered in error', (file, read, inError) => {
    const all = readAll(file)
    expect(all.observations).toHaveLength(read)
    expect(all.inError).toBe(inError)
    expect(all.unreadable).toBe(0)
  })

  const files = readdirSync(folder).filter((file) => file.endsWith('.ndjson'))

  it.each(files)('D4 has words for every value of %s, and can show each', (file) => {
    for (const observation of readAll(file).observations) {
      const words = formatValue(observation)
      expect(words).not.toMatch(/undefined|NaN|Not shown/)
      expect(words).not.toBe('')
      expect(formatFlags(observation) + formatRanges(observation)).not.toMatch(
        /can't read|undefined/,
      )
    }
  })

  it.each(files)('D4 shows every digit of every valueQuantity of %s', (file) => {
    const sent = new Map(
      resourcesOf(file).map((one) => [one.id, toObject(one.valueQuantity)?.value]),
    )
    const lost = readAll(file).observations.filter((observation) => {
      const value = sent.get(observation.id)
      return typeof value === 'number' && !formatValue(observation).includes(String(value))
    })
    expect(lost).toEqual([])
    expect(sent.size).toBeGreaterThan(5)
  })
})

describe('the made-up patient Dana', () => {
  const { observations } = readAll('gen-dana-demo.ndjson')
  const valueOf = (code: string) => {
    const found = observations.find(({ seriesId }) => seriesId === `loinc-${code}`)
    return found && formatValue(found)
  }

  it.each([
    ['5778-6', 'Yellow'],
    ['5802-4', 'Negative'],
    ['30525-0', '53'],
    ['82810-3', 'No'],
    ['5196-1', '1:128'],
    ['5821-4', '5–10 /[HPF]'],
    ['19994-3', '07:45:00'],
    ['11524-6', 'Waveform: 120 samples over 1.19 s'],
    ['2339-0', 'not performed: Specimen haemolysed'],
    ['1988-5', '<0.3 mg/L'],
    ['44261-6', '12 (no unit given)'],
    ['72166-2', 'Former smoker'],
  ])('D4 shows the value of LOINC %s as %s', (code, words) => {
    expect(valueOf(code)).toBe(words)
  })

  it('D6 lists the undated one last', () => {
    expect(observations.toSorted(compareNewestFirst).at(-1)?.id).toBe('gen-no-date')
  })

  it('draws the whole sensor week and says nothing is left out', () => {
    const series = buildSeries(observations, 'loinc-99504-3', { now: Date.UTC(2026, 0) })
    expect(series?.lines.map(({ points }) => points.length)).toEqual([2016])
    expect(series?.excluded).toEqual([])
  })

  it('D5 draws 360 blood pressures and lists the six diastolic values that are missing', () => {
    const series = buildSeries(observations, 'loinc-85354-9', { now: Date.UTC(2026, 0) })
    expect(series?.lines.map(({ name, points }) => [name, points.length])).toEqual([
      ['Systolic', 360],
      ['Diastolic', 354],
    ])
    expect(series?.excluded).toHaveLength(6)
    expect(series?.excluded[0]?.reason).toBe('no value')
  })

  it('D7 has a band where the laboratory gave one range for all', () => {
    const series = buildSeries(observations, 'loinc-4548-4', { now: Date.UTC(2026, 0) })
    expect(series?.lines[0]?.bands).toMatchObject([{ low: 4, high: 5.6 }])
  })

  it('leaves no trend from a row that promises one without a point', () => {
    const now = Date.UTC(2026, 0)
    const ids = [...new Set(observations.filter(hasTrend).map(({ seriesId }) => seriesId))]
    for (const id of ids) {
      expect(buildSeries(observations, id, { now })?.lines[0]?.points.length).toBeGreaterThan(0)
    }
    expect(ids.length).toBeGreaterThan(12)
  })

  it('D6 keeps the year of the tobacco status a year', () => {
    const date = readFhirDate('2019')
    expect(observations.find(({ id }) => id === 'gen-year-only')?.effective).toEqual({
      kind: 'at',
      date,
    })
  })
})
