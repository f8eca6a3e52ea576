import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameSystem } from './code-systems.ts'

describe('nameSystem', () => {
  it.each([
    ['http://loinc.org', 'LOINC'],
    ['http://snomed.info/sct', 'SNOMED CT'],
    ['http://unitsofmeasure.org', 'UCUM'],
    ['http://hl7.org/fhir/sid/icd-10-cm', 'ICD-10-CM'],
    ['http://www.ama-assn.org/go/cpt', 'CPT'],
    ['http://www.nlm.nih.gov/research/umls/rxnorm', 'RxNorm'],
    ['http://hl7.org/fhir/sid/cvx', 'CVX'],
    ['http://terminology.hl7.org/CodeSystem/v2-0078', 'HL7 v2 table 0078'],
    ['http://hl7.org/fhir/v2/0078', 'HL7 v2 table 0078'],
    [
      'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
      'HL7 v3 ObservationInterpretation',
    ],
    ['http://terminology.hl7.org/CodeSystem/condition-clinical', 'HL7 condition-clinical'],
    [
      'urn:oid:1.2.840.114350.1.13.0.1.7.2.768282',
      'Epic, local (1.2.840.114350.1.13.0.1.7.2.768282)',
    ],
    [
      'https://fhir.cerner.com/t/codeSet/72',
      'Oracle Health (Cerner), local (https://fhir.cerner.com/t/codeSet/72)',
    ],
    ['urn:oid:2.16.840.1.113883.12.78', 'HL7 v2 table (2.16.840.1.113883.12.78)'],
    ['https://fhir.example/lab', 'System not named: https://fhir.example/lab'],
    // Another address is another system, however alike.
    ['https://loinc.org', 'System not named: https://loinc.org'],
    ['urn:oid:1.2.840.1143501', 'System not named: urn:oid:1.2.840.1143501'],
    [undefined, 'System not given'],
  ])('names %s', (system, name) => {
    expect(nameSystem(system)).toBe(name)
  })

  it('never hides the address of a system it does not know', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (system) => {
        expect(nameSystem(system)).toContain(system)
      }),
    )
  })
})
