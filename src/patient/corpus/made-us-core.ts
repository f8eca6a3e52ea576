import { HL7, CORE, V2, SNOMED, absent, numbered, concept, race, made } from './made-parts.ts'

/** Every element that the US Core Patient profile must support. */
export const usCore = made('us-core', {
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

/** Everything absent for a reason. */
export const withheld = made('withheld', {
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
