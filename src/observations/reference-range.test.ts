import { describe, expect, it } from 'vitest'
import { readQuantity } from './read-quantity.ts'
import { readRanges } from './reference-range.ts'
import { ucum } from './sample-observation.ts'
import { formatRange } from './words.ts'

const meaning = (code: string, display?: string) => ({
  coding: [
    { system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code, display },
  ],
})

describe('readRanges', () => {
  it.each([
    ['both limits', { low: ucum(4, '%'), high: ucum(5.6, '%') }, '4–5.6 %'],
    ['only a low limit', { low: ucum(40, 'mg/dL') }, '≥ 40 mg/dL'],
    ['only a high limit', { high: ucum(200, 'mg/dL') }, '≤ 200 mg/dL'],
    ['a limit of zero', { low: ucum(0, 'mg'), high: ucum(5, 'mg') }, '0–5 mg'],
    ['limits below zero', { low: ucum(-5, 'mmol/L'), high: ucum(-2, 'mmol/L') }, '-5 to -2 mmol/L'],
    ['limits without a unit', { low: { value: 22 }, high: { value: 29 } }, '22–29'],
    ['limits of two units', { low: ucum(1, 'g'), high: ucum(2, 'kg') }, '1 g–2 kg'],
    ['text alone, as sent', { text: '<=200' }, '<=200'],
    [
      'text that only repeats the limits once',
      { low: ucum(70, 'mg/dL'), high: ucum(99, 'mg/dL'), text: '70-99 mg/dL' },
      '70–99 mg/dL',
    ],
    [
      'text that says more than the limits',
      { low: ucum(70, 'mg/dL'), high: ucum(99, 'mg/dL'), text: '70-99 mg/dL fasting' },
      '70–99 mg/dL; 70-99 mg/dL fasting',
    ],
    [
      'text with another sign than the limit',
      { low: ucum(40, 'mg/dL'), text: '> 40 mg/dL' },
      '≥ 40 mg/dL; > 40 mg/dL',
    ],
    [
      'a normal range with words that say more',
      { high: { value: 5 }, type: { ...meaning('normal'), text: 'Normal, third trimester' } },
      'Normal, third trimester: ≤ 5',
    ],
    ['a normal range without label', { high: { value: 5 }, type: meaning('normal') }, '≤ 5'],
    [
      'another type by its label',
      {
        low: ucum(10, 'mg/L'),
        high: ucum(20, 'mg/L'),
        type: meaning('therapeutic', 'Therapeutic'),
      },
      'Therapeutic: 10–20 mg/L',
    ],
    [
      'for whom it holds and at what age',
      { high: ucum(5, 'mg'), appliesTo: [{ text: 'Female' }], age: { low: ucum(18, 'a') } },
      '≤ 5 mg (Female, age ≥ 18 a)',
    ],
  ])('D7 shows %s', (_, json, words) => {
    expect(readRanges([json]).map(formatRange)).toEqual([words])
  })

  it.each([
    [
      'the text beside limits that can not be read',
      { low: { value: 'four' }, text: '4-5.6 %', appliesTo: [{ text: 'Female' }] },
      "4-5.6 % (and limits this app can't read) (Female)",
    ],
    [
      'for whom limits hold that can not be read',
      { high: { value: 'five' }, type: meaning('therapeutic') },
      "Therapeutic: a range this app can't read",
    ],
    [
      'a limit marked as absent, as not readable',
      {
        low: ucum(1, '%'),
        high: ucum(5, '%', {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'unknown',
            },
          ],
        }),
      },
      "a range this app can't read",
    ],
    ['for whom alone', { appliesTo: [{ text: 'Female' }] }, 'no limits given (Female)'],
    [
      'that a group can not be read',
      { text: '<3', appliesTo: ['Female'] },
      '<3 (a group not named)',
    ],
    ['a type alone', { type: { text: 'Critical' } }, 'Critical: no limits given'],
    ['an age alone', { age: { low: ucum(18, 'a') } }, 'no limits given (age ≥ 18 a)'],
    [
      'a code for whom it holds in words',
      { text: '<3', appliesTo: [meaning('luteal')] },
      '<3 (Luteal phase)',
    ],
    ['the code of a type in words', { text: '<3', type: meaning('pre') }, 'Before treatment: <3'],
    [
      'an unknown code of a type as sent',
      { text: '<3', type: { coding: [{ code: 'pre' }] } },
      'pre: <3',
    ],
  ])('D7 keeps %s', (_, json, words) => {
    expect(readRanges([json]).map(formatRange)).toEqual([words])
  })

  it('D7 keeps several ranges in the order sent', () => {
    const ranges = readRanges([
      { high: ucum(5, 'mg'), appliesTo: [{ text: 'Female' }] },
      { high: ucum(7, 'mg'), appliesTo: [{ text: 'Male' }] },
    ])
    expect(ranges.map(({ appliesTo }) => appliesTo)).toEqual([['Female'], ['Male']])
  })

  it('D7 reads no number out of text', () => {
    expect(readRanges([{ text: '4.0 - 5.6' }])).toMatchObject([{ low: undefined, high: undefined }])
  })

  it.each([
    { low: ucum(4, '%'), high: { unit: '%' } },
    { low: ucum(4, '%', { comparator: '~' }) },
    { high: ucum(4, '%'), modifierExtension: [{ url: 'urn:x' }] },
    '4-5',
    null,
  ])('D7 says that the range %j can not be read, rather than half of it', (json) => {
    expect(readRanges([json]).map(formatRange)).toEqual(["a range this app can't read"])
  })

  it('D7 keeps the codes of each group in the order of its words', () => {
    const female = { system: 'http://hl7.org/fhir/administrative-gender', code: 'female' }
    const [range] = readRanges([
      { high: ucum(5, 'mg'), appliesTo: [{ text: 'Pregnant' }, 'x', { coding: [female] }] },
    ])
    expect(range?.appliesTo).toEqual([
      'Pregnant',
      'a group not named',
      'female (http://hl7.org/fhir/administrative-gender)',
    ])
    expect(range?.appliesToCodings).toEqual([[], [], [{ ...female, display: undefined }]])
  })

  it.each([
    [undefined, undefined],
    [
      { low: ucum(18, 'a') },
      { kind: 'between', low: readQuantity(ucum(18, 'a')), high: undefined },
    ],
    [{}, { kind: 'not-readable' }],
    [{ low: ucum(18, 'a'), high: { value: 'old' } }, { kind: 'not-readable' }],
    ['adult', { kind: 'not-readable' }],
  ])('D7 reads the age %j to compare with, or that it can not be read', (age, bounds) => {
    expect(readRanges([{ high: ucum(5, 'mg'), age }])[0]?.ageBounds).toEqual(bounds)
  })

  it.each([
    ['a limit that is no number', { low: { value: 'four' }, text: '4-5.6 %' }, true],
    ['a modifier', { high: ucum(4, '%'), modifierExtension: [{ url: 'urn:x' }] }, true],
    ['another shape', '4-5', true],
    ['text alone', { text: '4-5' }, undefined],
    ['limits', { high: ucum(4, '%') }, undefined],
  ])('D7 keeps whether a range of %s can not be read', (_, json, isBroken) => {
    expect(readRanges([json])[0]?.isBroken).toBe(isBroken)
  })

  it.each([
    ['no type', undefined, undefined],
    ['normal', meaning('normal'), undefined],
    ['therapeutic', meaning('therapeutic'), undefined],
    ['text alone', { text: 'Normal' }, true],
    ['a code of another system', { coding: [{ system: 'urn:x', code: 'normal' }] }, true],
    ['a code that says for whom', meaning('luteal'), true],
    [
      'two codes that contradict each other',
      { coding: [...meaning('normal').coding, ...meaning('therapeutic').coding] },
      true,
    ],
    ['a type that is none', 'normal', true],
  ])('D7 keeps whether the type is certain: %s', (_, type, isTypeUnclear) => {
    expect(readRanges([{ high: ucum(5, 'mg'), type }])[0]?.isTypeUnclear).toBe(isTypeUnclear)
  })

  it.each([undefined, null, [], [{}]])('finds no range in %j', (json) => {
    expect(readRanges(json)).toEqual([])
  })
})
