import type { JsonObject } from '../../fhir/json.ts'
import { epic, identities } from './made-identities.ts'
import { HL7, V2, V3, SNOMED, absent, concept, made } from './made-parts.ts'
import { usCore, withheld } from './made-us-core.ts'

/** A Patient made for the table of readings, with what it is there for. */
export type MadePatient = { readonly title: string; readonly resource: JsonObject }

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
