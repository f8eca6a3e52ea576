import { HL7, CORE, EPIC, concept, made } from './made-parts.ts'

/** In Epic's shape: types in text alone, padding, login names, legal sex. */
export const epic = made('epic', {
  extension: [
    {
      url: `${EPIC}legal-sex`,
      valueCodeableConcept: { coding: [{ code: 'male', display: 'male' }] },
    },
    {
      url: `${EPIC}sex-for-clinical-use`,
      valueCodeableConcept: { coding: [{ code: 'female', display: 'female' }] },
    },
    {
      url: `${EPIC}calculated-pronouns-to-use-for-text`,
      valueCodeableConcept: {
        coding: [{ code: 'LA29519-8', display: 'she/her/her/hers/herself' }],
      },
    },
    { url: `${CORE}ethnicity`, extension: [{ url: 'text', valueString: 'Unknown' }] },
  ],
  identifier: [
    { use: 'usual', type: { text: 'CEID' }, system: 'urn:oid:1.2.3', value: 'DEVCEID1' },
    { use: 'usual', type: { text: 'EPI' }, system: 'urn:oid:1.2.4', value: '   E7042' },
    { use: 'usual', type: { text: 'FHIR' }, value: 'eAbCdEf' },
    { use: 'usual', type: { text: 'FHIR STU3' }, value: 'eAbCdEf' },
    { use: 'usual', type: { text: 'INTERNAL' }, value: '     Z7042' },
    { use: 'usual', type: { text: 'MYCHARTLOGIN' }, value: 'ROBIN70' },
    { use: 'usual', type: { text: 'WPRINTERNAL' }, value: '704' },
    {
      use: 'usual',
      system: 'urn:oid:2.16.840.1.113883.4.1',
      _value: { extension: [{ url: `${HL7}rendered-value`, valueString: 'xxx-xx-7042' }] },
    },
  ],
  name: [
    { use: 'official', text: 'Robin Vale', family: 'Vale', given: ['Robin'] },
    { use: 'usual', text: 'Robin Vale', family: 'Vale', given: ['Robin'] },
  ],
  gender: 'male',
  birthDate: '1970-07-04',
  maritalStatus: { text: 'Divorced' },
  generalPractitioner: [
    { reference: 'Practitioner/e1', type: 'Practitioner', display: 'Noa Physician, MD' },
  ],
  managingOrganization: { reference: 'Organization/e2' },
})

/** Records of sex and gender that say different things. */
export const identities = made('identities', {
  gender: 'female',
  extension: [
    {
      url: `${HL7}individual-recordedSexOrGender`,
      extension: [
        { url: 'value', valueCodeableConcept: { text: 'M' } },
        { url: 'type', valueCodeableConcept: { text: 'Sex on the birth certificate' } },
        { url: 'effectivePeriod', valuePeriod: { start: '1990-01-02' } },
        { url: 'jurisdiction', valueCodeableConcept: { text: 'Ohio' } },
        { url: 'comment', valueString: 'copied from paper' },
      ],
    },
    {
      url: `${HL7}individual-genderIdentity`,
      extension: [
        { url: 'value', valueCodeableConcept: { text: 'Woman' } },
        { url: 'period', valuePeriod: { start: '2015' } },
      ],
    },
    {
      url: `${HL7}individual-pronouns`,
      extension: [
        { url: 'value', valueCodeableConcept: { text: 'she/her' } },
        { url: 'comment', valueString: 'not in letters home' },
      ],
    },
    {
      url: `${HL7}patient-sexParameterForClinicalUse`,
      extension: [
        {
          url: 'value',
          valueCodeableConcept: concept(
            'http://terminology.hl7.org/CodeSystem/sex-parameter-for-clinical-use',
            'female-typical',
          ),
        },
        { url: 'period', valuePeriod: { start: '2016' } },
      ],
    },
    { url: `${HL7}patient-religion`, valueCodeableConcept: { text: 'Quaker' } },
    {
      url: `${HL7}patient-nationality`,
      extension: [{ url: 'code', valueCodeableConcept: { text: 'Canadian' } }],
    },
  ],
})
