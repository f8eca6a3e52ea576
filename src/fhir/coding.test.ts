import { describe, expect, it } from 'vitest'
import { conceptText, hasCode, LOINC, readConcept, readConcepts } from './coding.ts'

const loinc = (code: string, display?: string) => ({ system: LOINC, code, display })

describe('readConcept', () => {
  it('D5 collapses duplicates of system and code', () => {
    const concept = readConcept({ coding: [loinc('2708-6'), loinc('2708-6'), loinc('59408-5')] })
    expect(concept.codings.map(({ code }) => code)).toEqual(['2708-6', '59408-5'])
  })

  it('keeps the same code of two systems apart', () => {
    const concept = readConcept({ coding: [loinc('1'), { system: 'urn:oid:1.2', code: '1' }] })
    expect(concept.codings).toHaveLength(2)
  })

  it.each([undefined, null, 'text', 5, [], { coding: 'x', text: 5 }, { coding: [null, 5, {}] }])(
    'reads %j as nothing',
    (json) => {
      expect(readConcept(json)).toEqual({ text: undefined, codings: [] })
    },
  )

  it('takes a single concept in place of a list', () => {
    expect(readConcepts({ text: 'High' }).map((one) => conceptText(one))).toEqual(['High'])
  })
})

describe('conceptText', () => {
  it.each([
    ['its text', { text: 'A1c', coding: [loinc('4548-4', 'Hemoglobin A1c')] }, 'A1c'],
    [
      'the display a person chose',
      { coding: [loinc('1', 'Mapped'), { display: 'Chosen', code: 'x', userSelected: true }] },
      'Chosen',
    ],
    ['the first display', { coding: [loinc('1'), loinc('2', 'Second')] }, 'Second'],
    ['the code with its system', { coding: [loinc('4548-4')] }, '4548-4 (http://loinc.org)'],
    ['a code without a system', { coding: [{ code: 'K' }] }, 'K'],
    ['nothing', { coding: [{ system: LOINC }] }, undefined],
  ])('D4 gives %s', (_, json, text) => {
    expect(conceptText(readConcept(json))).toBe(text)
  })
})

it('D5 matches a code only in its own system', () => {
  const { codings } = readConcept({ coding: [{ system: 'urn:oid:1.2.246', code: '8480-6' }] })
  expect(hasCode(codings, LOINC, '8480-6')).toBe(false)
  expect(hasCode(readConcept({ coding: [loinc('8480-6')] }).codings, LOINC, '8480-6')).toBe(true)
})

it('D4 takes our words for a code before the bare code, and after any words of the sender', () => {
  expect(conceptText(readConcept({ coding: [loinc('1')] }), 'Ours')).toBe('Ours')
  expect(conceptText(readConcept({ coding: [loinc('1', 'Theirs')] }), 'Ours')).toBe('Theirs')
})
