import { describe, expect, it } from 'vitest'
import { buildFlowsheet, type Flowsheet, type FlowsheetRow } from './flowsheet.ts'
import { dateOfColumn } from './flowsheet-columns.ts'
import { filterFlowsheet } from './flowsheet-filter.ts'
import { formatFhirDate } from '../fhir/fhir-date.ts'
import type { JsonObject } from '../fhir/json.ts'
import type { Observation } from './observation.ts'
import { interpreted, loincComponent, readSample, ucum } from './sample-observation.ts'

const options = { by: 'day', order: 'newest', categories: ['vital-signs', 'laboratory'] } as const
const build = (
  all: readonly Observation[],
  part: Partial<Parameters<typeof buildFlowsheet>[1]> = {},
) => buildFlowsheet(all, { ...options, ...part })
const rowsOf = ({ lines }: Flowsheet): FlowsheetRow[] =>
  lines.filter((line) => line.kind === 'test')
const namesOf = (flowsheet: Flowsheet) =>
  flowsheet.lines.map((line) => (line.kind === 'heading' ? `# ${line.category ?? '-'}` : line.name))
const columnWords = (flowsheet: Flowsheet) =>
  flowsheet.columns.map((column) => {
    const date = dateOfColumn(column)
    return date === undefined ? column.kind : formatFhirDate(date, 'en-US')
  })
const category = (code: string): JsonObject => ({
  category: [
    { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code }] },
  ],
})
let count = 0
const one = (rest: JsonObject) => readSample({ id: `o${(count += 1)}`, ...rest })
const loinc = (code: string, text: string): JsonObject => ({
  code: { coding: [{ system: 'http://loinc.org', code }], text },
})
const at = (...dates: readonly string[]) =>
  dates.map((effectiveDateTime) => one({ effectiveDateTime }))

describe('the columns of a flowsheet', () => {
  const dates = at(
    '2024-05',
    '2024-05-01T09:00:40Z',
    '2024',
    '2024-05-01T09:00:10Z',
    '2024-05-01',
    '2024-05-02T06:30:00Z',
    '2024-05-01T11:00',
  )
  const others = [
    one({ effectiveDateTime: undefined as never }),
    one({ effectiveDateTime: undefined as never, effectiveTiming: { code: { text: 'Daily' } } }),
  ]

  it.each([
    ['newest', ['May 1, 2024', 'May 2024', '2024']],
    ['oldest', ['2024', 'May 2024', 'May 1, 2024']],
  ] as const)('D6 are days of the viewer, partial dates of their own, %s first', (order, words) => {
    const flowsheet = build([...dates, ...others], { order })
    expect(columnWords(flowsheet)).toEqual([...words, 'schedule', 'none'])
  })

  it('D6 are minutes when each time is asked for, apart from days and times without a zone', () => {
    expect(columnWords(build(dates, { by: 'time', order: 'oldest' }))).toEqual([
      '2024',
      'May 2024',
      'May 1, 2024',
      'May 1, 2024, 2:00 AM PDT',
      '2024-05-01 11:00 (no time zone)',
      'May 1, 2024, 11:30 PM PDT',
    ])
  })

  it('D6 has a Period at its start', () => {
    const effectivePeriod = { start: '2024-05-01', end: '2024-05-02' }
    const period = one({ effectiveDateTime: undefined as never, effectivePeriod })
    expect(columnWords(build([period]))).toEqual(['May 1, 2024'])
  })
})

describe('the rows of a flowsheet', () => {
  it('has vital signs in their clinical order, then laboratory by name and panel, then the rest', () => {
    const member = one({ ...category('laboratory'), ...loinc('2823-3', 'Potassium') })
    const all = [
      one({ ...loinc('1', 'Without a category') }),
      one({ ...category('other'), ...loinc('1111-1', 'Other') }),
      member,
      one({ ...category('laboratory'), ...loinc('4548-4', 'A1c') }),
      one({ ...category('laboratory'), ...loinc('2951-2', 'Sodium') }),
      one({
        ...category('laboratory'),
        ...loinc('51990-0', 'Basic panel'),
        hasMember: [{ reference: `Observation/${member.id}` }],
      }),
      one({ ...category('vital-signs'), ...loinc('9999-9', 'A sign') }),
      one({ ...category('vital-signs'), ...loinc('8310-5', 'Body temperature') }),
      one({ ...category('vital-signs'), ...loinc('8867-4', 'Heart rate') }),
    ]
    expect(namesOf(build(all))).toEqual([
      '# vital-signs',
      'Heart rate',
      'Body temperature',
      'A sign',
      '# laboratory',
      'A1c',
      'Basic panel',
      'Potassium',
      'Sodium',
      '# other',
      'Other',
      '# -',
      'Without a category',
    ])
  })

  it('D5 has a blood pressure as one row, and other components with numbers in rows beneath', () => {
    const pressure = one({
      ...loinc('85354-9', 'Blood pressure'),
      component: [
        loincComponent('8480-6', { valueQuantity: ucum(120, 'mmHg') }),
        loincComponent('8462-4', { valueQuantity: ucum(80, 'mmHg') }),
      ],
    })
    const apgar = one({
      ...loinc('9274-2', 'Apgar'),
      component: [
        loincComponent('32401-2', { valueInteger: 2 }),
        loincComponent('32403-8', { valueCodeableConcept: { text: 'Pink' } }),
      ],
    })
    const rows = rowsOf(build([pressure, apgar]))
    expect(rows.map(({ name, isComponent }) => [name, isComponent])).toEqual([
      ['Apgar', false],
      ['LOINC 32401-2', true],
      ['Blood pressure', false],
    ])
  })

  it.each([
    ['one unit', [ucum(5, 'mg/dL'), ucum(6, 'mg/dL')], 'mg/dL'],
    ['two units', [ucum(5, 'mg/dL'), ucum(6, 'mmol/L')], undefined],
    ['a unit and none', [ucum(5, 'mg/dL'), { value: 6 }], undefined],
    ['none at all', [{ value: 5 }, { value: 6 }], 'no unit given'],
    ['no dimension', [ucum(5, '1')], ''],
  ] as const)(
    'D4 says the unit in the name of a row only when it is shared: %s',
    (_, values, unit) => {
      const all = values.map((valueQuantity) => one({ valueQuantity: { ...valueQuantity } }))
      expect(rowsOf(build(all)).map((row) => row.unit)).toEqual([unit])
    },
  )

  it.each([
    ['a text with digits', { valueString: '5.1' }, undefined],
    ['an integer', { valueInteger: 5 }, undefined],
    ['words', { valueString: 'Negative' }, 'mg/dL'],
    ['no value', {}, 'mg/dL'],
  ])('D4 never lends the unit of numbers to %s', (_, other, unit) => {
    const all = [one({ valueQuantity: ucum(5, 'mg/dL') }), one(other)]
    expect(rowsOf(build(all))[0]?.unit).toBe(unit)
  })

  it('D6 has several results of a day in one cell, the newest first', () => {
    const all = at('2024-05-01T16:00:00Z', '2024-05-01T20:00:00Z', '2024-05-01T18:00:00Z')
    const [cell] = rowsOf(build(all))[0]?.cells.values() ?? []
    expect(cell?.map(({ observation }) => observation.id)).toEqual(
      [1, 2, 0].map((index) => all[index]?.id),
    )
    expect(build(all, { by: 'time' }).columns).toHaveLength(3)
  })
})

describe('what a flowsheet leaves out', () => {
  it('D3 D8 says which results have no cell, and why', () => {
    const htest = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }
    const all = [
      { ...one({}), status: 'entered-in-error' } as const,
      one({ focus: [{ display: 'Fetus' }] }),
      one({ meta: { security: [htest] } }),
      one({ status: 'cancelled' }),
      one({ status: 'preliminary' }),
    ]
    const { leftOut, lines } = build(all)
    expect(leftOut.map(({ why }) => why).toSorted()).toEqual([
      'about-another',
      'entered-in-error',
      'test-data',
    ])
    expect(lines).toHaveLength(2)
  })
})

describe('filterFlowsheet', () => {
  const all = [
    one({ ...category('laboratory'), effectiveDateTime: '2024-05-01', ...interpreted('H') }),
    one({ ...category('laboratory'), effectiveDateTime: '2024-05-02', ...interpreted('N') }),
    one({ ...category('vital-signs'), ...loinc('8867-4', 'Pulse'), effectiveDateTime: '2024-06' }),
  ]
  const flowsheet = build(all)

  it('D7 keeps whole rows, so that no cell becomes empty that is not', () => {
    const [row, ...rest] = rowsOf(filterFlowsheet(flowsheet, { isOutOfRange: true }))
    expect(row?.cells.size).toBe(2)
    expect(rest).toEqual([])
  })

  it('leaves out headings and columns that nothing is left of', () => {
    const left = filterFlowsheet(flowsheet, { category: 'vital-signs' })
    expect(namesOf(left)).toEqual(['# vital-signs', 'Pulse'])
    expect(columnWords(left)).toEqual(['Jun 2024'])
    expect(filterFlowsheet(flowsheet, { tests: new Set() })).toMatchObject({
      lines: [],
      columns: [],
    })
  })

  it('gives the same flowsheet when nothing is asked for', () => {
    expect(filterFlowsheet(flowsheet, {})).toBe(flowsheet)
  })
})
