import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readObservation } from './read-observation.ts'
import { loincComponent, readSample, sampleJson, ucum } from './sample-observation.ts'
import { formatFlags, formatRanges, formatValue } from './words.ts'

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'
const everything = {
  valueQuantity: ucum(5, 'mg'),
  interpretation: [{ coding: [{ system: V3, code: 'H' }] }],
  referenceRange: [{ high: ucum(4, 'mg') }],
  note: [{ text: 'Value was 5' }],
  component: [
    loincComponent('8480-6', {
      valueQuantity: ucum(5, 'mg'),
      interpretation: [{ text: 'High' }],
      referenceRange: [{ text: '4' }],
    }),
  ],
}

describe('readObservation', () => {
  it('reads what is plainly there', () => {
    const observation = readSample({
      category: [
        { coding: [{ code: 'laboratory' }, { code: 'Lab' }] },
        { coding: [{ code: 'laboratory' }], text: 'Laboratory' },
        { text: 'Signs' },
      ],
      valueQuantity: ucum(5.1, '%'),
      issued: '2024-05-01T10:00:00Z',
      hasMember: [{ reference: 'Observation/2' }],
      note: [{ text: 'Repeat. <b>not html</b>' }, { text: '{\\rtf1 Rich\\par}' }, {}],
    })
    expect(observation).toMatchObject({
      id: 'o1',
      status: 'final',
      categories: ['laboratory', 'Lab'],
      name: 'Hemoglobin A1c',
      value: { kind: 'quantity' },
      members: ['Observation/2'],
      issued: { text: '2024-05-01T10:00:00Z' },
      notes: ['Repeat. <b>not html</b>', 'Rich (formatting removed)'],
      focus: undefined,
      seriesId: 'loinc-4548-4',
    })
  })

  it.each([
    ['text alone (Meditech creatinine)', { text: 'Creatinine' }, 'Creatinine'],
    ['a code alone', { coding: [{ system: 'urn:x', code: '7' }] }, '7 (urn:x)'],
  ])('D4 names it by %s', (_, code, name) => {
    expect(readSample({ code }).name).toBe(name)
  })

  it('D3 keeps an Observation entered in error from being data', () => {
    expect(readObservation(sampleJson({ status: 'entered-in-error' }))).toEqual({
      kind: 'entered-in-error',
      id: 'o1',
      observation: { ...readSample({}), status: 'entered-in-error' },
    })
  })

  it('D3 counts one entered in error that is otherwise unreadable', () => {
    const json = { resourceType: 'Observation', status: 'entered-in-error' }
    expect(readObservation(json)).toEqual({
      kind: 'entered-in-error',
      id: '',
      observation: undefined,
    })
  })

  it.each([undefined, '', 'verified', 7])('D3 takes the status %j for unknown', (status) => {
    expect(readSample({ status }).status).toBe('unknown')
  })

  it('D3 hides value, flags and ranges of a cancelled one, and keeps its note', () => {
    const observation = readSample({ ...everything, status: 'cancelled' })
    expect(formatValue(observation)).toBe('Cancelled')
    expect(formatFlags(observation) + formatRanges(observation)).toBe('')
    expect(JSON.stringify(observation.components)).not.toContain('"5"')
    expect(observation.notes).toEqual(['Value was 5'])
  })

  it.each([
    ['modifierExtension', { modifierExtension: [{ url: 'urn:not' }] }],
    ['implicitRules', { implicitRules: 'http://example.org/rules' }],
  ])('D8 hides everything that %s may turn round, in components too', (_, modifier) => {
    const observation = readSample({ ...everything, ...modifier })
    expect(observation).toMatchObject({
      value: { kind: 'not-interpretable' },
      components: [{ value: { kind: 'not-interpretable' }, flags: [], ranges: [] }],
      flags: [],
      ranges: [],
      notes: [],
    })
  })

  it.each([
    ['display', { display: 'Fetus', reference: 'Group/1' }, 'Fetus'],
    ['reference', { reference: 'Patient/infant-mom' }, 'Patient/infant-mom'],
    ['nothing', {}, 'someone or something else'],
    ['what can not be read', 'Group/1', 'someone or something else'],
  ])('D8 shows about whom it is, by its %s', (_, focus, words) => {
    expect(readSample({ focus: [focus] }).focus).toBe(words)
  })

  it('D8 reads a single object in place of a list', () => {
    const part = loincComponent('8480-6', { valueQuantity: ucum(5, 'mg') })
    const observation = readSample({
      component: part,
      hasMember: { reference: 'Observation/2' },
      note: { text: 'Repeat' },
      focus: { display: 'Fetus' },
      meta: {
        security: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' },
      },
    })
    expect(observation).toMatchObject({
      components: [{ name: 'LOINC 8480-6', value: { kind: 'quantity' } }],
      members: ['Observation/2'],
      notes: ['Repeat'],
      focus: 'Fetus',
      isTestData: true,
      details: [{ label: 'Marked', text: 'Test data' }],
    })
  })

  it('D8 says that there is something where a list holds what can not be read', () => {
    const observation = readSample({
      component: ['systolic', loincComponent('8462-4', { valueQuantity: ucum(5, 'mg') })],
      hasMember: [null, { reference: 'Observation/2' }],
      note: [5, { text: 7 }, { text: ' ' }],
      focus: [null],
    })
    expect(formatValue(observation)).toBe(
      "– / 5 mg (Systolic: not included); Part this app can't read: Not shown by this app (not readable); see the chart; Panel of 2 results",
    )
    const unreadable = "A note that can't be read; see the chart"
    expect(observation.notes).toEqual([unreadable, unreadable])
    expect(observation.focus).toBe('someone or something else')
  })

  it('D3 hides a part that can not be read with the rest', () => {
    expect(readSample({ component: [5], status: 'cancelled' }).components).toMatchObject([
      { value: { kind: 'cancelled' } },
    ])
  })

  it('D8 has no focus to show when it is the patient', () => {
    expect(readSample({ focus: [{ reference: 'Patient/p1' }] }).focus).toBeUndefined()
  })

  it('D8 says that a note can not be shown rather than losing it', () => {
    const { notes } = readSample({ note: [{ text: '{\\rtf1 \\strike no\\strike0}' }] })
    expect(notes).toEqual(["A note in rich text this app can't show; see the chart"])
  })

  it.each([
    [undefined, 'it is not an Observation'],
    ['Observation', 'it is not an Observation'],
    [[sampleJson()], 'it is not an Observation'],
    [{ resourceType: 'OperationOutcome' }, 'it is not an Observation'],
    [sampleJson({ id: undefined }), 'it has no id'],
    [sampleJson({ id: 5 }), 'it has no id'],
    [sampleJson({ code: undefined }), "it doesn't say what was observed"],
    [
      sampleJson({ code: { coding: [{ system: 'http://loinc.org' }] } }),
      "it doesn't say what was observed",
    ],
  ])('D8 says why it can not read %j', (resource, reason) => {
    expect(readObservation(resource)).toEqual({ kind: 'unreadable', reason })
  })

  it('D3 says of a cancelled panel why, where all of its components say the same', () => {
    const absent = (text: string) => loincComponent('8480-6', { dataAbsentReason: { text } })
    const valueOf = (...reasons: string[]) =>
      readSample({ status: 'cancelled', component: reasons.map(absent) }).value
    expect(valueOf('Cuff slipped', 'Cuff slipped')).toMatchObject({ reason: 'Cuff slipped' })
    expect(valueOf('Cuff slipped', 'Not asked')).toMatchObject({ reason: undefined })
  })

  it('XSS-05 cleans names, units, values and notes', () => {
    const observation = readSample({
      code: { text: 'Na\u202E\u0000me' },
      valueQuantity: { value: 5, unit: 'm\u0007g' },
      note: [{ text: 'a\u0001\nb' }],
    })
    expect(observation.name).toBe('Name')
    expect(formatValue(observation)).toBe('5 mg')
    expect(observation.notes).toEqual(['a\nb'])
  })

  it('does not depend on the order of members (Meditech)', () => {
    const reversed = Object.fromEntries(Object.entries(sampleJson(everything)).toReversed())
    expect(readObservation(reversed)).toEqual(readObservation(sampleJson(everything)))
  })

  it('never throws, and words for whatever it reads are never empty', () => {
    const leaf = fc.constantFrom(
      null,
      true,
      0,
      -1.5,
      '',
      'x',
      '<',
      '2024-05',
      '2024-13',
      [],
      {},
      [null],
      [[]],
    )
    const inner = fc.constantFrom(
      ...`value unit coding text code system low high data start event url extension
        valueCode reference numerator comparator constructor type age`.split(/\s+/),
    )
    const element = fc.dictionary(inner, fc.oneof(leaf, fc.array(fc.dictionary(inner, leaf))), {
      maxKeys: 4,
    })
    const keys = fc.constantFrom(
      ...Object.keys(sampleJson(everything)),
      ...`valueString valueCodeableConcept valueRange valueRatio valueSampledData
        _valueString valuePeriod valueDateTime effectivePeriod effectiveTiming
        dataAbsentReason focus hasMember category meta extension modifierExtension
        derivedFrom bodySite __proto__`.split(/\s+/),
    )
    const resource = fc.dictionary(
      keys,
      fc.oneof(leaf, element, fc.array(element, { maxLength: 3 })),
    )
    const json = fc.oneof(
      fc.jsonValue(),
      resource.map((rest) => ({ ...rest, resourceType: 'Observation' })),
      resource.map((rest) => ({ ...sampleJson(), ...rest, resourceType: 'Observation' })),
    )
    fc.assert(
      fc.property(json, (sent) => {
        const reading = readObservation(sent)
        if (reading.kind !== 'read') return
        expect(reading.observation.name).not.toBe('')
        expect(formatValue(reading.observation)).not.toBe('')
        expect(formatFlags(reading.observation) + formatRanges(reading.observation)).not.toContain(
          'undefined',
        )
      }),
      { numRuns: 300 },
    )
  })
})
