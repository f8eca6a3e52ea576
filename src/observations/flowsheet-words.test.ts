import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../fhir/json.ts'
import { buildFlowsheet, type FlowsheetRow } from './flowsheet.ts'
import { entryFlags, hiddenFlag, shortFlag } from './flowsheet-flags.ts'
import { cellMeaning, cellText, entrySentence } from './flowsheet-words.ts'
import { interpreted, loincComponent, readSample, ucum } from './sample-observation.ts'

/** The rows of some results of one test; each is the first cell's. */
function rowsOf(...all: readonly JsonObject[]): FlowsheetRow[] {
  const observations = all.map((json, index) => readSample({ id: `o${index}`, ...json }))
  const options = { by: 'day', order: 'newest', categories: [] } as const
  return buildFlowsheet(observations, options).lines.filter((line) => line.kind === 'test')
}

function cell(row: FlowsheetRow | undefined) {
  const [entries] = row?.cells.values() ?? []
  const [entry] = entries ?? []
  if (row === undefined || entries === undefined || entry === undefined) throw new Error('no cell')
  return { row, entries, entry }
}

function textOf(...all: readonly JsonObject[]): string {
  const { entry, row } = cell(rowsOf(...all)[0])
  return cellText(entry, row)
}

const pressure = (...components: readonly JsonObject[]): JsonObject => ({
  code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
  component: components,
})
const systolic = loincComponent('8480-6', { valueQuantity: ucum(120, 'mmHg') })
const diastolic = loincComponent('8462-4', { valueQuantity: ucum(80, 'mmHg') })
const absent = { dataAbsentReason: { coding: [{ code: 'not-performed' }], text: 'Arm injured' } }

describe('cellText', () => {
  it.each<readonly [string, JsonObject, string]>([
    ['a number without its unit', { valueQuantity: ucum(5.1, '%') }, '5.1'],
    ['D4 a comparator', { valueQuantity: ucum(5, '%', { comparator: '<' }) }, '<5'],
    [
      'D4 a titre',
      { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } },
      '1:128',
    ],
    ['D3 cancelled', { status: 'cancelled', valueQuantity: ucum(5, '%') }, 'cancelled'],
    ['D3 registered', { status: 'registered' }, 'pending'],
    ['D4 nothing', { dataAbsentReason: { text: 'Clotted' } }, '–'],
    ['D8 what can not be interpreted', { modifierExtension: [{ url: 'x' }] }, 'see chart'],
    ['D5 a blood pressure', pressure(systolic, diastolic), '120/80'],
    ['D5 half a blood pressure', pressure(systolic, loincComponent('8462-4', absent)), '120/–'],
    [
      'D5 coded components in words',
      { component: [loincComponent('1111-1', { valueCodeableConcept: { text: 'Pink' } })] },
      'LOINC 1111-1: Pink',
    ],
    [
      'D5 components with rows of their own',
      { component: [loincComponent('1111-1', { valueInteger: 2 })] },
      'in parts',
    ],
    ['a panel', { hasMember: [{ reference: 'Observation/x' }] }, 'panel'],
  ])('shows %s', (_, json, text) => {
    expect(textOf(json)).toBe(text)
  })

  it('D4 has the unit beside the number when a row has two', () => {
    const other = { valueQuantity: ucum(40, 'mmol/mol'), effectiveDateTime: '2023-05-01' }
    expect(textOf({ valueQuantity: ucum(5.1, '%') }, other)).toBe('5.1 %')
    const kPa = pressure(loincComponent('8480-6', { valueQuantity: ucum(16, 'kPa') }), diastolic)
    expect(textOf(kPa)).toBe('16 kPa / 80 mmHg')
  })
})

describe('cellMeaning', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['the unit', { valueQuantity: ucum(5.1, '%') }, ['%']],
    ['why there is no value', { dataAbsentReason: { text: 'Clotted' } }, ['Clotted']],
    ['a status that is not final', { status: 'preliminary', valueString: 'x' }, ['Preliminary']],
    [
      'D5 why half a pressure is missing',
      pressure(systolic, loincComponent('8462-4', absent)),
      ['mmHg', '120 / – mmHg (Diastolic: not performed: Arm injured)'],
    ],
    [
      'D6 a span',
      {
        effectiveDateTime: undefined as never,
        effectivePeriod: { start: '2024-05-01', end: '2024-05-02' },
        valueBoolean: true,
      },
      ['May 1, 2024 – May 2, 2024'],
    ],
    ['D5 a method', { method: { text: 'Oral' }, valueString: 'x' }, ['Method: Oral']],
  ])('says %s', (_, json, words) => {
    const { entry, row } = cell(rowsOf(json)[0])
    expect(cellMeaning(entry, row)).toEqual(words)
  })
})

it('D4 D7 says an entry in one sentence, a component as such', () => {
  const json = {
    code: { text: 'Apgar' },
    component: [
      loincComponent('1111-1', { valueQuantity: ucum(2, '{score}'), ...interpreted('L') }),
    ],
  }
  const { entry } = cell(rowsOf(json)[1])
  expect(entrySentence(entry, 'en-US')).toBe(
    'Apgar, LOINC 1111-1: 2 score, Low, on May 1, 2024, 2:00 AM PDT.',
  )
})

describe('flags of a cell', () => {
  it.each([
    ['critical', 'high', '‼▲ HH'],
    ['critical', undefined, '‼ !'],
    ['abnormal', 'low', '▼ L'],
    ['abnormal', undefined, '◆ A'],
    ['other', undefined, '• Odd'],
    ['normal', undefined, ' '],
  ] as const)('D7 are a shape and letters: %s, %s', (level, direction, shown) => {
    const { symbol, letters } = shortFlag({ level, direction, text: 'Odd' })
    expect(`${symbol} ${letters}`).toBe(shown)
  })

  it('D7 puts the gravest first, and does not let one hide behind a newer result', () => {
    const newer = { effectiveDateTime: '2024-05-01T20:00:00Z', ...interpreted('H') }
    const older = { effectiveDateTime: '2024-05-01T18:00:00Z', ...interpreted('LL') }
    const { entries, entry, row } = cell(rowsOf(older, newer)[0])
    expect(entryFlags(entry, row).map(({ words }) => words)).toEqual(['High'])
    expect(hiddenFlag(entries, row)?.words).toBe('Critically low')
  })

  it('D5 has the flags of a component in its own row alone', () => {
    const json = { component: [loincComponent('1', { valueInteger: 2, ...interpreted('L') })] }
    const [whole, part] = rowsOf(json).map(cell)
    expect(whole && entryFlags(whole.entry, whole.row)).toEqual([])
    expect(part && entryFlags(part.entry, part.row)).toHaveLength(1)
  })
})
