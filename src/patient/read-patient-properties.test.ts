import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatAge, formatBirthDate } from './age.ts'
import { linesOf } from './corpus/test-readings.ts'
import { readPatient } from './read-patient.ts'

const plain = { resourceType: 'Patient', id: 'p1' }
const words = (text: string) => fc.constantFrom(...text.trim().split(/\s+/))

const leaf = fc.constantFrom(
  null,
  true,
  0,
  '',
  'x',
  'old',
  '2024-05',
  '2024-13',
  [],
  {},
  [null],
  [[]],
)
const inner = words(`use text family given period start end value system type coding code display
  extension url valueCode name telecom address line language rank relationship organization
  reference identifier other gender _value _family _line modifierExtension preferred`)
const extension = fc.record({
  url: words(`http://hl7.org/fhir/us/core/StructureDefinition/us-core-race
    http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity
    http://hl7.org/fhir/StructureDefinition/individual-recordedSexOrGender
    http://hl7.org/fhir/StructureDefinition/patient-birthPlace
    http://hl7.org/fhir/StructureDefinition/patient-birthTime
    http://hl7.org/fhir/StructureDefinition/patient-proficiency
    http://hl7.org/fhir/StructureDefinition/data-absent-reason
    http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed`),
  valueCode: leaf,
  valueCoding: leaf,
  valueAddress: leaf,
  extension: leaf,
})
const element = fc.dictionary(
  inner,
  fc.oneof(leaf, fc.array(fc.dictionary(inner, leaf)), fc.array(extension, { maxLength: 2 })),
  { maxKeys: 4 },
)
const key =
  words(`name birthDate _birthDate deceasedBoolean deceasedDateTime _deceasedDateTime gender
  _gender extension identifier telecom address contact communication maritalStatus link active
  meta modifierExtension multipleBirthBoolean multipleBirthInteger generalPractitioner
  managingOrganization contained __proto__`)
const resource = fc.dictionary(
  key,
  fc.oneof(
    leaf,
    element,
    fc.array(element, { maxLength: 3 }),
    fc.array(extension, { maxLength: 3 }),
  ),
)

it('never throws, and has words in every line', () => {
  const json = fc.oneof(
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 4, arbitrary: resource.map((rest) => ({ ...rest, ...plain })) },
  )
  fc.assert(
    fc.property(json, (sent) => {
      const patient = readPatient(sent)
      if (patient === undefined) return
      expect(formatBirthDate(patient)).not.toBe('')
      formatAge(patient, new Date())
      for (const { label, text } of linesOf(patient)) {
        expect(label).toMatch(/\S/)
        expect(text).toMatch(/\S/)
        expect(`${label} ${text}`).not.toMatch(/undefined|NaN|\[object/)
      }
    }),
    { numRuns: 300 },
  )
})

it('D9 gives no login identifier away, wherever its type is named', () => {
  const login = words('MYCHARTLOGIN mychartlogin WPRINTERNAL UserName FHIR')
  const type = fc.oneof(
    login.map((text) => ({ text })),
    login.map((code) => ({ coding: [{ code }] })),
    login.map((display) => ({ text: 'Number', coding: [{ code: 'MR', display }] })),
  )
  const identifier = fc.record(
    {
      type,
      value: fc.constantFrom('secret', '  secret', ' secret '),
      use: words('usual official old'),
      system: words('urn:x http://hl7.org/fhir/sid/us-ssn'),
      period: fc.constant({ start: '2001' }),
      assigner: fc.constant({ display: 'Lakeside' }),
    },
    { requiredKeys: ['type', 'value'] },
  )
  fc.assert(
    fc.property(fc.array(identifier, { minLength: 1, maxLength: 4 }), (identifiers) => {
      const patient = readPatient({ ...plain, identifier: identifiers })
      expect(JSON.stringify(patient)).not.toContain('secret')
      const counted = patient?.hiddenIdentifiers.map((one) => parseInt(one, 10)) ?? []
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(identifiers.length)
    }),
  )
})

it('D9 gives no more of a social security number away than its last four digits', () => {
  const digits = fc.stringMatching(/^[1-8]{9}$/)
  fc.assert(
    fc.property(digits, fc.boolean(), (value, isCoded) => {
      const kind = isCoded
        ? { type: { coding: [{ code: 'SS' }] } }
        : { system: 'http://hl7.org/fhir/sid/us-ssn' }
      const patient = readPatient({ ...plain, identifier: [{ ...kind, value }] })
      expect(JSON.stringify(patient)).not.toContain(value.slice(-5))
      expect(patient?.identityNumbers[0]?.text).toBe(`ends in ${value.slice(-4)}`)
    }),
  )
})
