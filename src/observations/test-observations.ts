import fc from 'fast-check'
import type { Json, JsonObject } from '../fhir/json.ts'

type Any = fc.Arbitrary<Json>

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
const INTERPRETATION = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation'

const weird: Any = fc.jsonValue({ maxDepth: 4 })
const text = fc.oneof(
  fc.constantFrom(
    'Potassium',
    '5',
    '<5',
    '',
    ' ',
    '{\\rtf1 5\\super 3}',
    '__proto__',
    '2024-05-01',
  ),
  fc.string({ unit: 'binary' }),
)
const digits = fc.constantFrom('5.10', '-0.3', '1e5', '<5', '5,1', '')
const date = fc.constantFrom(
  '2024',
  '2024-05',
  '2024-05-01',
  '2024-05-01T09:00:00Z',
  '2024-05-01T09:00:00.5-05:00',
  '2024-05-01T09:00',
  '0001-01-01T00:00:00+14:00',
  '2024-02-30',
  'yesterday',
)
const absent = fc.constant({ extension: [{ url: ABSENT, valueCode: 'unknown' }] })

/** Mostly of the right shape, now and then of any other. */
function often(right: Any): Any {
  return fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: weird })
}

/** An element of which any member may be missing or wrong. */
function element(members: Readonly<Record<string, Any>>): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(members).map(([key, value]) => [key, often(value)])
  return fc.record(Object.fromEntries(entries) as Record<string, Any>, { requiredKeys: [] })
}

function list(member: Any): Any {
  return fc.oneof(fc.array(often(member), { maxLength: 3 }), member)
}

function together(...parts: readonly fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonObject> {
  return fc.tuple(...parts).map((all) => Object.assign({}, ...all) as JsonObject)
}

const coding = element({
  system: fc.constantFrom('http://loinc.org', INTERPRETATION, 'http://unitsofmeasure.org', ''),
  code: fc.oneof(fc.constantFrom('8480-6', '8462-4', '4548-4', 'H', 'N', 'unknown', 'QQ'), text),
  display: text,
  userSelected: fc.boolean(),
})
const concept = element({ text, coding: list(coding) })
const amount = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), digits)
const quantity = fc.oneof(
  element({ value: amount, unit: text, comparator: fc.constantFrom('<', '<=', '>=', '>', 'ad') }),
  element({
    value: amount,
    comparator: fc.constantFrom('~', '', '='),
    system: fc.constantFrom('http://unitsofmeasure.org', 'urn:other'),
    code: fc.constantFrom('mg', '1', '%'),
    _value: absent,
    _comparator: absent,
  }),
)
const reference = element({
  reference: fc.constantFrom('Observation/1', '#1', 'urn:uuid:1'),
  display: text,
  type: text,
})
const period = element({ start: date, end: date })
const range = element({ low: quantity, high: quantity })

const VALUES: Readonly<Record<string, Any>> = {
  valueQuantity: quantity,
  valueCodeableConcept: concept,
  valueString: text,
  valueBoolean: fc.boolean(),
  valueInteger: amount,
  valueRange: range,
  valueRatio: element({ numerator: quantity, denominator: quantity }),
  valueSampledData: element({ data: fc.constantFrom('1 2 E', ' '), dimensions: fc.integer() }),
  valueTime: text,
  valueDateTime: date,
  valuePeriod: period,
  valueAttachment: weird,
  _valueString: absent,
}
const value = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(...Object.keys(VALUES))
      .chain((key) => fc.record({ [key]: often(VALUES[key] ?? weird) })),
  },
  { weight: 1, arbitrary: element(VALUES) },
  { weight: 1, arbitrary: fc.constant({}) },
)
const findings = element({
  interpretation: list(concept),
  referenceRange: list(
    element({
      low: quantity,
      high: quantity,
      text,
      type: concept,
      appliesTo: list(concept),
      age: range,
    }),
  ),
})
const rare = fc.oneof(
  { weight: 5, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: element({
      dataAbsentReason: concept,
      modifierExtension: weird,
      implicitRules: text,
      extension: list(element({ url: fc.constant(ABSENT), valueCode: text })),
    }),
  },
)
const component = together(value, findings, rare, element({ code: concept }))

/** For tests: JSON that is mostly a FHIR R4 Observation; members may be missing, wrong, doubled, or made up. */
export const anyObservation: fc.Arbitrary<JsonObject> = together(
  fc.dictionary(fc.string(), weird, { maxKeys: 2 }),
  element({
    category: list(concept),
    effectiveDateTime: date,
    issued: date,
    note: list(element({ text })),
    focus: list(reference),
    subject: reference,
    bodySite: concept,
    specimen: reference,
    meta: element({ security: list(coding), tag: list(coding) }),
  }),
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: element({
        effectivePeriod: period,
        effectiveTiming: element({ event: list(date), code: concept, repeat: weird }),
        effectiveInstant: date,
        hasMember: list(reference),
        derivedFrom: list(reference),
        component: list(component),
      }),
    },
  ),
  value,
  findings,
  rare,
  fc.record({
    resourceType: fc.constant('Observation'),
    id: often(fc.constantFrom('1', '2')),
    status: fc.constantFrom(
      'final',
      'final',
      'preliminary',
      'cancelled',
      'entered-in-error',
      'x',
      5,
    ),
    code: often(fc.oneof(concept, fc.constant({ text: 'Potassium' }))),
  }),
)
