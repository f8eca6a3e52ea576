import type { JsonObject } from '../../fhir/json.ts'

/** A Patient made for the table of readings, with what it is there for. */
export type MadePatient = { readonly title: string; readonly resource: JsonObject }

const HL7 = 'http://hl7.org/fhir/StructureDefinition/'
const CORE = 'http://hl7.org/fhir/us/core/StructureDefinition/us-core-'
const EPIC = 'http://open.epic.com/FHIR/StructureDefinition/extension/'
const RACE = 'urn:oid:2.16.840.1.113883.6.238'
const V2 = 'http://terminology.hl7.org/CodeSystem/v2-'
const V3 = 'http://terminology.hl7.org/CodeSystem/v3-'
const SNOMED = 'http://snomed.info/sct'

const absent = (valueCode: string): JsonObject => ({
  extension: [{ url: `${HL7}data-absent-reason`, valueCode }],
})
const numbered = (code: string, value: string, rest: JsonObject = {}): JsonObject => ({
  type: { coding: [{ system: `${V2}0203`, code }] },
  value,
  ...rest,
})
const concept = (system: string, code: string, display?: string): JsonObject => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
})
const race = (code: string, display: string): JsonObject => ({ system: RACE, code, display })

function made(id: string, rest: JsonObject): JsonObject {
  return { resourceType: 'Patient', id, ...rest }
}

const usCore = made('us-core', {
  active: true,
  extension: [
    {
      url: `${CORE}race`,
      extension: [
        { url: 'ombCategory', valueCoding: race('2028-9', 'Asian') },
        { url: 'ombCategory', valueCoding: race('2106-3', 'White') },
        { url: 'detailed', valueCoding: race('2034-7', 'Chinese') },
        { url: 'text', valueString: 'Chinese and Irish' },
      ],
    },
    {
      url: `${CORE}ethnicity`,
      extension: [
        { url: 'ombCategory', valueCoding: race('2186-5', 'Not Hispanic or Latino') },
        { url: 'text', valueString: 'Not Hispanic or Latino' },
      ],
    },
    {
      url: `${CORE}tribal-affiliation`,
      extension: [
        { url: 'tribalAffiliation', valueCodeableConcept: { text: 'Chickasaw Nation' } },
        { url: 'isEnrolled', valueBoolean: true },
      ],
    },
    { url: `${CORE}birthsex`, valueCode: 'F' },
    { url: `${CORE}sex`, valueCode: '248152002' },
    {
      url: `${CORE}genderIdentity`,
      valueCodeableConcept: concept(SNOMED, '446141000124107', 'Female'),
    },
    { url: `${CORE}interpreter-needed`, valueCoding: { system: SNOMED, code: '373066001' } },
  ],
  identifier: [
    numbered('MR', 'MRN-77', { use: 'usual', assigner: { display: 'Lakeside Clinic' } }),
    numbered('SS', '900-12-3456', { system: 'http://hl7.org/fhir/sid/us-ssn' }),
    numbered('DL', 'D1234567'),
  ],
  name: [
    { use: 'official', prefix: ['Dr.'], given: ['Mei', 'Ann'], family: 'Chen', suffix: ['PhD'] },
    { use: 'old', given: ['Mei'], family: 'Flynn', period: { start: '2001', end: '2019-06' } },
    { given: ['Mei'], family: 'Chen-Flynn', period: { end: '2020-01-01' } },
  ],
  telecom: [
    { system: 'email', value: 'mei@example.org', use: 'home', rank: 2 },
    { system: 'phone', value: '555-0101', use: 'mobile', rank: 1, period: { start: '2020' } },
    { system: 'phone', value: '555-0100', use: 'home', period: { end: '2019' }, rank: 1 },
  ],
  gender: 'female',
  birthDate: '1988-03',
  address: [
    {
      use: 'old',
      line: ['1 Elm St'],
      city: 'Ada',
      state: 'OK',
      postalCode: '74820',
      period: { end: '2019' },
    },
    {
      use: 'home',
      type: 'postal',
      line: ['2 Oak Ave', 'Apt 5'],
      city: 'Ada',
      state: 'OK',
      postalCode: '74821',
      country: 'US',
    },
  ],
  communication: [
    { language: concept('urn:ietf:bcp:47', 'en-US', 'English (United States)') },
    { language: { text: 'Cantonese' }, preferred: true },
  ],
})

const withheld = made('withheld', {
  name: [
    { use: 'official', ...absent('masked') },
    { use: 'nickname', given: ['Jo'], _family: absent('masked') },
  ],
  _birthDate: absent('masked'),
  _gender: absent('asked-declined'),
  identifier: [numbered('MR', '', { _value: absent('masked') })],
  telecom: [{ system: 'phone', use: 'home', _value: absent('not-permitted') }, { system: 'email' }],
  address: [absent('masked'), { use: 'home', _line: absent('masked'), city: 'Ada' }],
  communication: [{ language: absent('unknown') }],
  maritalStatus: absent('asked-declined'),
  contact: [{ relationship: [concept(`${V2}0131`, 'N')], name: absent('masked') }],
  extension: [
    { url: `${CORE}race`, ...absent('asked-declined') },
    { url: `${HL7}individual-genderIdentity`, ...absent('asked-declined') },
  ],
  generalPractitioner: [absent('unknown')],
})

const epic = made('epic', {
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

const identities = made('identities', {
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

const newborn = made('newborn-twin', {
  name: [{ text: 'Baby Girl Two Vale' }],
  birthDate: '2025-12-30',
  _birthDate: {
    extension: [{ url: `${HL7}patient-birthTime`, valueDateTime: '2025-12-30T23:50:00-05:00' }],
  },
  multipleBirthInteger: 2,
  deceasedBoolean: false,
  extension: [{ url: `${HL7}patient-birthPlace`, valueAddress: { city: 'Ada', country: 'US' } }],
  contact: [
    {
      relationship: [{ text: 'Father' }],
      name: { text: 'Al Vale' },
      period: { end: '2025-12-31' },
    },
    {
      relationship: [{ text: 'Aunt' }],
      name: { text: 'Bo Vale' },
      modifierExtension: [{ url: 'urn:not' }],
    },
    {
      relationship: [concept(SNOMED, '72705000', 'Mother'), concept(`${V2}0131`, 'C')],
      name: { text: 'Robin Vale' },
      gender: 'female',
      organization: { display: 'Lakeside Clinic' },
      telecom: [
        { system: 'phone', value: '555-0103', rank: 2 },
        { system: 'sms', value: '555-0104', rank: 1 },
      ],
      address: { line: ['2 Oak Ave'], city: 'Ada' },
    },
  ],
})

const died = made('died', {
  active: false,
  name: [{ use: 'usual', family: 'Vale' }],
  birthDate: '1937-10-21',
  deceasedDateTime: '2022-07-22',
  link: [
    { type: 'replaced-by', other: { reference: 'Patient/9', display: 'Vale, record 9' } },
    { type: 'replaces', other: { reference: 'Patient/7' } },
    { type: 'refer', other: { identifier: { value: 'MRN-9' } } },
    { type: 'seealso', other: { reference: '#r' } },
  ],
  contained: [
    { resourceType: 'RelatedPerson', id: 'r', name: [{ text: 'Vale as a relative' }] },
    { resourceType: 'Practitioner', id: 'gp', name: [{ prefix: ['Dr.'], family: 'Quill' }] },
  ],
  generalPractitioner: [{ reference: '#gp' }, { reference: 'Practitioner/1' }],
  managingOrganization: { identifier: { value: 'ORG-1' } },
})

const diedSometime = made('died-sometime', {
  birthDate: '1950',
  _deceasedDateTime: absent('unknown'),
  multipleBirthBoolean: true,
  communication: [
    {
      language: concept('urn:ietf:bcp:47', 'fr'),
      extension: [
        {
          url: `${HL7}patient-proficiency`,
          extension: [
            { url: 'level', valueCoding: { system: `${V3}LanguageAbilityProficiency`, code: 'G' } },
            { url: 'type', valueCoding: { system: `${V3}LanguageAbilityMode`, code: 'ESP' } },
            { url: 'type', valueCoding: { system: `${V3}LanguageAbilityMode`, code: 'RWR' } },
          ],
        },
      ],
    },
  ],
})

const broken = made('broken', {
  name: ['Jo', { use: 'official', text: 'Jo', period: { start: '2020', end: 'soon' } }],
  birthDate: '12/25/1974',
  gender: 'F',
  identifier: ['1', { value: 5, type: { text: 'Number' } }, { system: 'urn:x', value: 'untyped' }],
  telecom: [{ system: 'phone', value: 5 }, '555', {}],
  address: [{ line: 7 }],
  contact: [null, {}],
  communication: ['fr', { language: 'fr' }],
  multipleBirthInteger: 'two',
  deceasedBoolean: 'perhaps',
  maritalStatus: 'M',
  generalPractitioner: 'Dr Quill',
  link: ['x'],
})

/** What the examples of HL7 lack: every element a Patient of US Core must support, shapes of vendors, and broken ones. */
export const madePatients: readonly MadePatient[] = [
  { title: 'Every element of US Core', resource: usCore },
  { title: 'Absent for a reason, everywhere', resource: withheld },
  { title: 'As Epic sends it', resource: epic },
  { title: 'Sex and gender, recorded apart', resource: identities },
  { title: 'Newborn twin with contacts', resource: newborn },
  { title: 'Died, with links to other records', resource: died },
  { title: 'Died, or not', resource: diedSometime },
  { title: 'Broken in every element', resource: broken },
]
