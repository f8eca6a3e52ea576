import { describe, expect, it } from 'vitest'
import { readFlags } from './interpretation.ts'

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const coded = (code: string, system: string | undefined = V3, text?: string) => ({
  coding: [{ system, code }],
  text,
})

describe('readFlags', () => {
  it.each([
    ['HH', 'critical', 'high', 'Critically high'],
    ['LL', 'critical', 'low', 'Critically low'],
    ['AA', 'critical', undefined, 'Critically abnormal'],
    ['H', 'abnormal', 'high', 'High'],
    ['L', 'abnormal', 'low', 'Low'],
    ['A', 'abnormal', undefined, 'Abnormal'],
    ['HU', 'abnormal', 'high', 'Significantly high'],
    ['LU', 'abnormal', 'low', 'Significantly low'],
    ['>', 'abnormal', 'high', 'Off scale high'],
    ['<', 'abnormal', 'low', 'Off scale low'],
    ['N', 'normal', undefined, 'Normal'],
    ['U', 'other', undefined, 'Significant change up'],
    ['R', 'other', undefined, 'Resistant'],
    ['POS', 'other', undefined, 'Positive'],
    ['SDD', 'other', undefined, 'Susceptible, dose-dependent'],
    ['QCF', 'other', undefined, 'Quality control failure'],
  ])('D7 reads %s as %s', (code, level, direction, text) => {
    expect(readFlags([coded(code)])).toEqual([{ code, level, direction, text }])
  })

  it.each(['http://hl7.org/fhir/v2/0078', 'http://terminology.hl7.org/CodeSystem/v2-0078'])(
    'D7 knows the older system %s',
    (system) => {
      expect(readFlags([coded('HH', system)])).toMatchObject([{ level: 'critical' }])
    },
  )

  it.each([
    ['an unknown code', coded('XYZ'), `XYZ (${V3})`],
    ['a known code of another system', coded('N', 'urn:local'), 'N (urn:local)'],
    ['a known code without a system', { coding: [{ code: 'N' }] }, 'N'],
    ['text alone', { text: 'Normal' }, 'Normal'],
    ['a prototype member as a code', coded('constructor'), `constructor (${V3})`],
    ['an empty concept', {}, "Has an interpretation this app can't read"],
    ['a bare string', 'H', "Has an interpretation this app can't read"],
  ])('D7 shows %s in its own words and never takes it for normal', (_, concept, text) => {
    expect(readFlags([concept])).toEqual([{ level: 'other', direction: undefined, text }])
  })

  it('D7 looks at all codings of a concept, not only the first', () => {
    const coding = [
      { system: 'http://snomed.info/sct', code: '166717003', display: 'Raised' },
      { system: V3, code: 'H' },
    ]
    expect(readFlags([{ coding }])).toMatchObject([
      { level: 'abnormal', text: 'High' },
      { level: 'other', text: 'Raised' },
    ])
  })

  it.each([
    ['by its display', { system: 'urn:local', code: 'P', display: 'PANIC' }, 'PANIC'],
    ['by its code', { system: 'urn:local', code: 'PANIC' }, 'PANIC (urn:local)'],
    ['by a new code of the known system', { system: V3, code: 'PANIC' }, `PANIC (${V3})`],
    ['under the code of a known one', { code: 'N', display: 'PANIC' }, 'PANIC'],
  ])('D7 lets no known code swallow an unknown one, told %s', (_, coding, text) => {
    const normal = { system: V3, code: 'N', display: 'Normal' }
    for (const both of [
      [normal, coding],
      [coding, normal],
    ]) {
      expect(readFlags([{ coding: both, text: 'Normal' }])).toEqual([
        { code: 'N', level: 'normal', direction: undefined, text: 'Normal' },
        { level: 'other', direction: undefined, text },
      ])
    }
  })

  it.each([
    ['the words', { system: 'urn:local', code: '2', display: 'HIGH' }],
    ['the code', { system: 'urn:local', code: 'h' }],
    ['the text', { system: 'urn:local', code: '2', display: 'Above range' }],
  ])('D7 says once what an unknown code repeats: %s', (_, coding) => {
    const concept = { coding: [{ system: V3, code: 'H' }, coding], text: 'Above range' }
    expect(readFlags([concept]).map(({ text }) => text)).toEqual(['High (Above range)'])
  })

  it('D7 says what every unknown code says, and leaves a bare code to the text', () => {
    const coding = [
      { system: 'urn:a', code: '1' },
      { system: 'urn:b', code: '2', display: 'PANIC' },
    ]
    expect(readFlags([{ coding, text: 'Fine' }]).map(({ text }) => text)).toEqual(['Fine', 'PANIC'])
    expect(readFlags([{ coding }]).map(({ text }) => text)).toEqual(['1 (urn:a)', 'PANIC'])
  })

  it('D7 reads all concepts, and the same one twice once', () => {
    const flags = readFlags([coded('H'), coded('U'), coded('H')])
    expect(flags.map(({ text }) => text)).toEqual(['High', 'Significant change up'])
  })

  it("D7 keeps the sender's text where it says more than the code", () => {
    expect(readFlags([coded('A', V3, 'Weakly positive')])[0]?.text).toBe(
      'Abnormal (Weakly positive)',
    )
    expect(readFlags([coded('H', V3, 'HIGH')])[0]?.text).toBe('High')
  })

  it("D7 keeps the sender's text that contradicts the code, also where the code's display is the same", () => {
    const coding = [{ system: V3, code: 'N', display: 'PANIC' }]
    expect(readFlags([{ coding, text: 'PANIC' }])[0]?.text).toBe('Normal (PANIC)')
  })

  it('takes a single interpretation in place of a list', () => {
    expect(readFlags(coded('L'))).toMatchObject([{ text: 'Low' }])
  })

  it.each([undefined, null, []])('D7 says nothing, not "normal", for %j', (json) => {
    expect(readFlags(json)).toEqual([])
  })
})
