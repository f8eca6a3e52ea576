import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../observation.ts'
import { readObservation } from '../read-observation.ts'
import { anyObservation } from '../test-observations.ts'
import type { ExportFacts } from './export-facts.ts'
import { writeResultsCsv } from './write-results-csv.ts'

const facts: ExportFacts = {
  serverName: 'Example Hospital',
  issuer: 'https://ehr.example/fhir',
  patientId: 'p1',
  patient: 'Patient: Ada Example, born May 1, 1950',
  asOf: Date.UTC(2026, 10, 28, 10),
  madeAt: Date.UTC(2026, 10, 28, 11),
  isComplete: 'no',
  completeness: ['Vital signs: refused.'],
  selection: ['2 of 3 results'],
}

function read(resource: object): Observation {
  const reading = readObservation({ resourceType: 'Observation', id: 'o1', ...resource })
  if (reading.kind !== 'read') throw new Error(reading.kind)
  return reading.observation
}

/** The rows by the names of their columns; no cell of these tests has a comma or a line break. */
function rowsOf(observations: readonly Observation[]): Record<string, string>[] {
  const [head = '', ...lines] = writeResultsCsv(observations, facts).join('').slice(1).split('\r\n')
  const names = head.split(',')
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.match(/(?<=^|,)("[^"]*"|[^",]*)/g) ?? []
      return Object.fromEntries(
        names.map((name, at) => [name, (cells[at] ?? '').replaceAll('"', '')]),
      )
    })
}

const quantity = (value: unknown, unit = 'mmol/L') => ({
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
})
const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }], text: code })

describe('writeResultsCsv', () => {
  it('D4 D6 writes digits, comparator, units, codes and dates as they were sent', () => {
    const [row] = rowsOf([
      read({
        status: 'final',
        code: loinc('2823-3'),
        effectiveDateTime: '2024-05-01T09:00:00-05:00',
        valueQuantity: { ...quantity('5.10').valueQuantity, comparator: '<' },
        interpretation: [
          {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
                code: 'H',
              },
            ],
          },
        ],
        referenceRange: [{ low: { value: '3.50' }, high: { value: 5 } }],
      }),
    ])
    expect(row).toMatchObject({
      Row: 'result',
      Date: '2024-05-01T09:00:00-05:00',
      'Date precision': 'time',
      Comparator: '<',
      Value: '5.10',
      Unit: 'mmol/L',
      UCUM: 'mmol/L',
      Flags: 'High',
      'Flag codes': 'H',
      'Range low': '3.50',
      'Range high': '5',
      Codes: 'http://loinc.org|2823-3',
      'Observation id': 'o1',
      Source: 'Example Hospital',
      'Fetched at': '2026-11-28T10:00:00.000Z',
      'Record complete': 'no',
    })
  })

  it('D5 has a row for each component, and none for a result that is nothing but its components', () => {
    const component = [
      { code: loinc('8480-6'), ...quantity(120, 'mm[Hg]') },
      { code: loinc('8462-4'), ...quantity(80, 'mm[Hg]') },
    ]
    const rows = rowsOf([read({ status: 'final', code: loinc('85354-9'), component })])
    expect(rows.map((row) => [row['Row'], row['Component'], row['Value']])).toEqual([
      ['component', '8480-6', '120'],
      ['component', '8462-4', '80'],
      ['note', '', ''],
      ['note', '', ''],
      ['note', '', ''],
    ])
  })

  it('PAT-07 says whose results these are and what was missing, also where there are none', () => {
    const rows = rowsOf([])
    expect(rows.map((row) => [row['Row'], row['Value in words']])).toEqual([
      ['note', 'Patient: Ada Example, born May 1, 1950'],
      ['note', '2 of 3 results'],
      ['note', 'Vital signs: refused.'],
    ])
    expect(rows.map((row) => row['Record complete'])).toEqual(['no', 'no', 'no'])
  })

  it('has as many rows as there are values and components, whatever was sent', () => {
    fc.assert(
      fc.property(fc.array(anyObservation, { maxLength: 5 }), (resources) => {
        const all = resources.flatMap((resource, at) => {
          const reading = readObservation({ ...resource, id: `o${at}` })
          return reading.kind === 'read' ? [reading.observation] : []
        })
        const values = all.filter(
          ({ value, components }) => value.kind !== 'panel' || components.length === 0,
        )
        const components = all.flatMap((one) => one.components)
        // The mark, the row of names, and the three notes.
        expect(writeResultsCsv(all, facts)).toHaveLength(
          values.length + components.length + 1 + 1 + 3,
        )
      }),
    )
  })
})
