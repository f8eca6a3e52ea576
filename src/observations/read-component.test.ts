import { expect, it } from 'vitest'
import { readComponent } from './read-component.ts'
import { loincComponent, ucum } from './sample-observation.ts'

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const full = loincComponent('8480-6', {
  valueQuantity: ucum(160, 'mm[Hg]'),
  interpretation: [{ coding: [{ system: V3, code: 'H' }] }],
  referenceRange: [{ high: ucum(140, 'mm[Hg]') }],
})

it('D5 reads a component with its own value, flags and ranges', () => {
  expect(readComponent(full, undefined)).toMatchObject({
    name: 'LOINC 8480-6',
    codings: [{ code: '8480-6' }],
    value: { kind: 'quantity', quantity: { amount: { text: '160' } } },
    flags: [{ text: 'High' }],
    ranges: [{ high: { amount: { text: '140' } } }],
  })
})

it('D5 says that a component has no value, even where the sender owes a reason', () => {
  expect(readComponent({}, undefined)).toMatchObject({
    name: 'Part without a name',
    value: { kind: 'absent', reason: 'no value recorded' },
  })
})

it.each([
  ['the whole Observation is hidden', full, { kind: 'cancelled', reason: undefined } as const],
  ['it has a modifier of its own', { ...full, modifierExtension: [{ url: 'x' }] }, undefined],
])('D8 hides value, flags and ranges when %s', (_, json, hidden) => {
  const component = readComponent(json, hidden)
  expect(component).toMatchObject({ flags: [], ranges: [] })
  expect(component.value.kind).toBe(hidden?.kind ?? 'not-interpretable')
})
