import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coding } from '../fhir/coding.ts'
import { seriesIdOf } from './series-id.ts'

const loinc = (code: string): Coding => ({ system: 'http://loinc.org', code, display: undefined })
const local = (code: string, system: string | undefined = 'urn:oid:1.2.3'): Coding => ({
  system,
  code,
  display: 'x',
})

describe('seriesIdOf', () => {
  it('names a single LOINC code', () => {
    expect(seriesIdOf('A1c', [loinc('4548-4'), local('1558024')])).toBe('loinc-4548-4')
  })

  it('D5 names all LOINC codes in numeric order, so that neither order nor a shared code decides', () => {
    expect(seriesIdOf('CRP', [loinc('30522-7'), loinc('1988-5')])).toBe('loinc-1988-5-30522-7')
    const shared = loinc('8716-3')
    expect(seriesIdOf('Pulse', [shared, loinc('8867-4')])).not.toBe(
      seriesIdOf('Temp', [shared, loinc('8310-5')]),
    )
  })

  it.each([
    ['a group by its first code', ['3141-9'], 'loinc-29463-7'],
    ['a group whatever may stand beside it', ['59408-5', '2708-6'], 'loinc-59408-5'],
    ['a code of the group that names no test beside', ['8867-4', '8716-3'], 'loinc-8867-4'],
    ['apart what a further code qualifies', ['8310-5', '8331-1'], 'loinc-8310-5-8331-1'],
    ['apart what may stand beside another, alone', ['2708-6'], 'loinc-2708-6'],
  ])('D5 names %s: %j', (_, codes, id) => {
    expect(seriesIdOf('Test', codes.map(loinc))).toBe(id)
  })

  it('D5 takes a LOINC code of another system for a local one', () => {
    expect(seriesIdOf('BP', [local('8480-6')])).toMatch(/^code-/)
  })

  it('tells local codes apart by system and code, and not by name', () => {
    const ids = [local('1'), local('2'), local('1', 'urn:other')].map((one) =>
      seriesIdOf('K', [one]),
    )
    expect(new Set(ids).size).toBe(3)
    expect(seriesIdOf('Potassium', [local('1')])).toBe(ids[0])
  })

  it('tells codes without a system apart by name too', () => {
    const bare: Coding = { system: undefined, code: 'K', display: undefined }
    expect(seriesIdOf('Potassium', [bare])).not.toBe(seriesIdOf('Ketones', [bare]))
  })

  it('D5 groups text without codes by its words, without regard to case and spacing', () => {
    expect(seriesIdOf(' Creatinine  serum', [])).toBe(seriesIdOf('creatinine Serum ', []))
    expect(seriesIdOf('Creatinine', [])).not.toBe(seriesIdOf('Creatinine, urine', []))
  })

  it('stays short and free of text for any name and codings, in any order', () => {
    const maybe = fc.option(fc.string(), { nil: undefined })
    const system = fc.oneof(maybe, fc.constant('http://loinc.org'))
    const code = fc.oneof(
      maybe,
      fc.nat(99999).map((n) => `${n}-${n % 10}`),
    )
    const coding = fc.record({ system, code, display: maybe })
    fc.assert(
      fc.property(fc.string(), fc.array(coding), (name, codings) => {
        const id = seriesIdOf(name, codings)
        expect(id).toMatch(/^(loinc|code|text)-[a-z0-9-]{1,79}$/)
        expect(seriesIdOf(name, codings.toReversed())).toBe(id)
      }),
    )
  })
})
