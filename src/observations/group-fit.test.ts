import { describe, expect, it } from 'vitest'
import { fitsGroups } from './group-fit.ts'
import { readRanges } from './reference-range.ts'
import { ucum } from './sample-observation.ts'

const coding = (system: string, code: string, display?: string) => ({ system, code, display })
const gender = (code: string, display?: string) =>
  coding('http://hl7.org/fhir/administrative-gender', code, display)
const female = { coding: [gender('female')] }
const male = { coding: [gender('male')] }

function fit(appliesTo: Parameters<typeof readRanges>[0], sex: 'male' | 'female' | undefined) {
  const [range] = readRanges([{ high: ucum(5, 'mg'), appliesTo }])
  return range && fitsGroups(range, sex)
}

describe('fitsGroups', () => {
  it('D7 takes a range for no group as one for all', () => {
    expect(fit(undefined, undefined)).toBe('yes')
  })

  it.each([
    female,
    { coding: [gender('female')], text: 'Female' },
    { coding: [gender('female', 'Women')] },
    { coding: [coding('http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender', 'F')] },
    { coding: [coding('http://snomed.info/sct', '248152002', 'Female (finding)')] },
    { coding: [gender('female'), coding('urn:local', '2', 'Female')] },
  ])('D7 takes %j as a range for women', (group) => {
    expect(fit([group], 'female')).toBe('yes')
    expect(fit([group], 'male')).toBe('no')
    expect(fit([group], undefined)).toBe('unclear')
  })

  it.each([
    male,
    { coding: [coding('http://terminology.hl7.org/CodeSystem/v3-AdministrativeGender', 'M')] },
    { coding: [coding('http://snomed.info/sct', '248153007')], text: 'Men' },
  ])('D7 takes %j as a range for men', (group) => {
    expect(fit([group], 'male')).toBe('yes')
    expect(fit([group], 'female')).toBe('no')
  })

  it.each([
    { text: 'Female' },
    { coding: [{ code: 'female' }] },
    { coding: [coding('urn:local', 'female', 'Female')] },
    { coding: [gender('Female')] },
    { coding: [gender('other')] },
    { coding: [gender('female')], text: 'Pregnant women' },
    { coding: [gender('female')], text: 'Male' },
    { coding: [gender('female', 'Female, luteal phase')] },
    { coding: [gender('female'), gender('male')] },
    { coding: [gender('female'), gender('male', 'Female')] },
    { coding: [gender('female'), coding('urn:local', '2')] },
    { coding: [gender('female'), coding('urn:local', '2', 'Pregnant')] },
    'Female',
    {},
  ])('D7 is sure of nobody for the group %j', (group) => {
    expect(fit([group], 'male')).toBe('unclear')
    expect(fit([group], 'female')).toBe('unclear')
  })

  it('D7 asks for all groups of a range, as several mean "and"', () => {
    expect(fit([female, { text: 'Pregnant' }], 'female')).toBe('unclear')
    expect(fit([female, { text: 'Pregnant' }], 'male')).toBe('no')
    expect(fit([female, male], 'female')).toBe('no')
  })
})
