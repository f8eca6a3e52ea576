import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Observation } from '../observation.ts'
import { readObservation } from '../read-observation.ts'
import { anyObservation } from '../test-observations.ts'
import type { ExportFacts } from './export-facts.ts'
import { writeResultsCsv } from './write-results-csv.ts'

const facts: ExportFacts = {
  source: 'server',
  bornAt: undefined,
  received: undefined,
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
function rowsOf(observations: readonly Observation[], of = facts): Record<string, string>[] {
  const [head = '', ...lines] = writeResultsCsv(observations, of).join('').slice(1).split('\r\n')
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
const flagSystem = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
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
            coding: [{ system: flagSystem, code: 'H' }],
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

  it('D5 has a row for each component, and one for the result as a whole', () => {
    const component = [
      { code: { ...loinc('8480-6'), text: 'Systolic' }, ...quantity(120, 'mm[Hg]') },
      { code: { ...loinc('8462-4'), text: 'Diastolic' }, ...quantity(80, 'mm[Hg]') },
    ]
    const rows = rowsOf([read({ status: 'final', code: loinc('85354-9'), component })])
    expect(rows.map((row) => [row['Row'], row['Component'], row['Value']])).toEqual([
      ['result', '', ''],
      ['component', 'Systolic', '120'],
      ['component', 'Diastolic', '80'],
      ['note', '', ''],
      ['note', '', ''],
      ['note', '', ''],
    ])
  })

  it('D5 D7 keeps the flags, ranges, codes and members of a panel, and says what of it was not received', () => {
    const panel = read({
      status: 'final',
      code: loinc('85354-9'),
      interpretation: [{ coding: [{ code: 'H', system: flagSystem }] }],
      referenceRange: [{ text: 'below 140' }],
      hasMember: [{ reference: 'Observation/a' }, { reference: 'Observation/b' }],
      component: [{ code: loinc('8480-6'), ...quantity(150, 'mm[Hg]') }],
    })
    const [row] = rowsOf([panel], { ...facts, received: new Set(['a']) })
    expect(row).toMatchObject({
      Row: 'result',
      Flags: 'High',
      'Flag codes': 'H',
      'Reference ranges': 'below 140',
      Codes: 'http://loinc.org|85354-9',
    })
    expect(row?.['Value in words']).toContain('Panel of 2 results, 1 of them not received')
    const own = { ...panel, value: { kind: 'boolean', value: true }, components: [] } as const
    expect(rowsOf([own])[0]?.['Value in words']).toBe('Yes; Panel of 2 results')
  })

  it('D5 says position and device beside the other details', () => {
    const [row] = rowsOf([
      read({
        status: 'final',
        code: loinc('8480-6'),
        ...quantity(120, 'mm[Hg]'),
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/observation-bodyPosition',
            valueCodeableConcept: { text: 'Standing' },
          },
        ],
        device: { display: 'Wrist cuff' },
      }),
    ])
    expect(row).toMatchObject({ 'Body position': 'Standing', Device: 'Wrist cuff' })
  })

  it('keeps ids, ranges and notes from becoming other numbers or dates, and dates as they are', () => {
    const row = (id: string) =>
      rowsOf([
        read({
          id,
          status: 'final',
          code: { text: 'Glucose' },
          effectiveDateTime: '2024-05-01',
          referenceRange: [{ text: '1/2' }],
          note: [{ text: '3-4' }],
        }),
      ])[0]
    expect(row('0012345')).toMatchObject({
      Date: '2024-05-01',
      'Reference ranges': "'1/2",
      Notes: "'3-4",
      'Observation id': "'0012345",
    })
    expect(row('1E5')?.['Observation id']).toBe("'1E5")
    expect(row('12345678901234567890')?.['Observation id']).toBe("'12345678901234567890")
    expect(row('12345')?.['Observation id']).toBe('12345')
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
        const components = all.flatMap((one) => one.components)
        // The mark, the row of names, and the three notes.
        expect(writeResultsCsv(all, facts)).toHaveLength(all.length + components.length + 1 + 1 + 3)
      }),
    )
  })
})
