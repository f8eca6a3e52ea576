import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coding } from '../fhir/coding.ts'
import { ANALYTES } from './analyte-table.ts'
import { analyteOf } from './analytes.ts'

const coding = (code: string | undefined, system: string | undefined): Coding => ({
  system,
  code,
  display: undefined,
})
const loinc = (code: string) => coding(code, 'http://loinc.org')
const idOf = (...codes: readonly string[]) => analyteOf(codes.map(loinc))?.id

/** LOINC codes end in a check digit (mod 10); a slip of the finger rarely keeps it. */
function hasCheckDigit(code: string): boolean {
  const sum = Array.from(code.replace('-', ''))
    .toReversed()
    .reduce((total, digit, at) => {
      const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return /^\d{1,7}-\d$/.test(code) && sum % 10 === 0
}

/** IUPAC standard atomic weights, conventional values (ciaaw.org). */
const ATOMIC_WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['H', 1.008],
  ['C', 12.011],
  ['N', 14.007],
  ['O', 15.999],
  ['Mg', 24.305],
  ['Ca', 40.078],
  ['Fe', 55.845],
  ['I', 126.90447],
])

function weigh(formula: string): number {
  return [...formula.matchAll(/([A-Z][a-z]?)(\d*)/g)].reduce(
    (sum, [, element = '', count = '']) =>
      sum + (ATOMIC_WEIGHTS.get(element) ?? Number.NaN) * Number(count || 1),
    0,
  )
}

describe('ANALYTES', () => {
  const codes = ANALYTES.flatMap((analyte) => analyte.codes)
  const beside = ANALYTES.flatMap(({ alongside = [] }) => alongside)

  it('D5 has each code in one group only, and none both in a group and beside one', () => {
    const all = [...codes, ...new Set(beside)]
    expect(all.filter((code, at) => all.indexOf(code) !== at)).toEqual([])
  })

  it('D5 has real LOINC codes only, as far as check digits tell', () => {
    expect(hasCheckDigit('2345-7')).toBe(true)
    expect(hasCheckDigit('2354-7')).toBe(false)
    expect([...codes, ...beside].filter((code) => !hasCheckDigit(code))).toEqual([])
  })

  it('D5 names each group once, fit for an address', () => {
    const ids = ANALYTES.map(({ id }) => id)
    expect(ids.filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(ANALYTES.map(({ name }) => name)).size).toBe(ids.length)
  })

  it.each(ANALYTES.flatMap(({ id, molarMass }) => (molarMass ? [[id, molarMass] as const] : [])))(
    'D4 states for %s the molar mass of its formula',
    (_id, { gramsPerMole, source }) => {
      const [formula = ''] = source.split(',')
      expect(gramsPerMole).toBeCloseTo(weigh(formula), 3)
    },
  )

  it.each(['triglycerides', 'hemoglobin', 'phosphate', 'urea-nitrogen', 'folate', 'vitamin-b12'])(
    'D4 states no molar mass for %s, where it is not clear what is counted',
    (id) => {
      const analyte = ANALYTES.find((one) => one.id === id)
      expect(analyte?.codes).toHaveLength(2)
      expect(analyte?.molarMass).toBeUndefined()
    },
  )
})

describe('analyteOf', () => {
  it.each([
    ['glucose', '2345-7', '14749-6'],
    ['body-weight', '29463-7', '3141-9'],
    ['blood-pressure', '85354-9', '55284-4'],
    ['leukocytes', '6690-2', '26464-8'],
  ])('D5 joins %s under each of its codes, alone or together', (id, one, other) => {
    expect([idOf(one), idOf(other), idOf(one, other)]).toEqual([id, id, id])
  })

  it.each([
    ['blood pressure with its parts', ['8480-6', '85354-9', '8462-4'], 'blood-pressure'],
    [
      'pulse oximetry with the code US Core adds',
      ['2708-6', '59408-5'],
      'oxygen-saturation-pulse-oximetry',
    ],
    ['a pulse with "Vital signs"', ['8716-3', '8867-4'], 'heart-rate'],
    ['a temperature with the panel', ['8310-5', '85353-1'], 'body-temperature'],
  ])('D5 knows %s', (_name, codes, id) => {
    expect(idOf(...codes)).toBe(id)
  })

  it.each([
    ['oxygen saturation that may be from a blood gas', ['2708-6']],
    ['systolic pressure alone', ['8480-6']],
    ['both pressures without a panel', ['8480-6', '8462-4']],
    ['"Vital signs" alone', ['8716-3', '85353-1']],
    ['a stated weight', ['3142-7']],
    ['a weight that is also a stated one', ['29463-7', '3142-7']],
    ['a length lying', ['8306-3']],
    ['hemoglobin A1c by IFCC', ['59261-8']],
    ['a temperature that is also an oral one', ['8310-5', '8331-1']],
    ['two tests at once', ['2345-7', '2160-0']],
    ['a test beside what belongs to another', ['29463-7', '2708-6']],
    ['a code that is no LOINC code', ['2345-7', 'LP14635-4']],
    ['no code', []],
    ['a word of JavaScript', ['constructor']],
  ])('D5 has no group for %s', (_name, codes) => {
    expect(idOf(...codes)).toBeUndefined()
  })

  it('D5 keeps LDL by calculation, by direct assay and without a method apart', () => {
    const methods = ['13457-7', '18262-6', '2089-1'].map((code) => idOf(code))
    expect(new Set(methods).size).toBe(3)
    expect(methods).toEqual(['39469-2', '69419-0', '22748-8'].map((code) => idOf(code)))
  })

  it('D5 keeps specimens and fasting apart', () => {
    const glucose = ['2345-7', '1558-6', '2339-0', '41653-7'].map((code) => idOf(code))
    expect(new Set(glucose).size).toBe(4)
    expect(glucose).not.toContain(undefined)
  })

  it('D5 joins no two formulas of eGFR', () => {
    const formulas = [
      ['MDRD', ['33914-3', '77147-7', '48642-3', '48643-1', '50044-7', '70969-1']],
      ['CKD-EPI', ['62238-1']],
      ['CKD-EPI 2021', ['98979-8']],
      ['CKD-EPI with cystatin C', ['94677-2']],
    ] as const
    const joining = ANALYTES.filter(({ codes }) => {
      const joined = formulas.filter(([, theirs]) => theirs.some((one) => codes.includes(one)))
      return joined.length > 1
    })
    expect(joining).toEqual([])
    // Nor does a code of one formula reach a group by standing beside another.
    expect(idOf('62238-1', '33914-3')).toBeUndefined()
  })

  it('D5 takes LOINC codes under http://loinc.org alone', () => {
    const others = ['urn:oid:2.16.840.1.113883.6.1', 'https://loinc.org', undefined]
    expect(others.map((system) => analyteOf([coding('2345-7', system)]))).toEqual(
      others.map(() => undefined),
    )
  })

  it('D5 decides regardless of order, repetition and codes of other systems', () => {
    const known = ANALYTES.flatMap(({ codes, alongside = [] }) => [...codes, ...alongside])
    const code = fc.constantFrom(...known, '8716-3', '85353-1', '3142-7')
    const other = fc.record({
      system: fc.constantFrom('http://snomed.info/sct', 'urn:oid:1.2', undefined),
      code: fc.option(code, { nil: undefined }),
      display: fc.constant(undefined),
    })
    fc.assert(
      fc.property(fc.array(code, { maxLength: 4 }), fc.array(other), (codes, others) => {
        const codings = codes.map(loinc)
        const analyte = analyteOf(codings)
        expect(analyteOf([...others, ...codings, ...codings].toReversed())).toBe(analyte)
      }),
    )
  })

  it('D5 has no group beside a LOINC code it does not know', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ANALYTES), fc.string(), ({ codes, alongside = [] }, code) => {
        fc.pre(![...codes, ...alongside, '8716-3', '85353-1'].includes(code))
        expect(idOf(...codes, code)).toBeUndefined()
      }),
    )
  })
})
