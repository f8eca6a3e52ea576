import type { JsonObject } from '../../fhir/json.ts'
import { CORE, V3, concept, made, numbered, race } from './made-parts.ts'

const hospital = { use: 'usual', system: 'http://hospital.smarthealthit.org' }
const meadow = { city: 'Mounds', state: 'OK', postalCode: '74047', country: 'US' }
const phone = { system: 'phone', value: '555-555-5555', use: 'home' }
const asian = race('2028-9', 'Asian')
const white = race('2106-3', 'White')
const notHispanic = [race('2186-5', 'Not Hispanic or Latino')]

/** A group of the US Core race or ethnicity extension: its categories, its details and its text. */
const group = (
  kind: 'race' | 'ethnicity',
  categories: readonly JsonObject[],
  valueString: string,
  details: readonly JsonObject[] = [],
): JsonObject => ({
  url: `${CORE}${kind}`,
  extension: [
    ...categories.map((valueCoding) => ({ url: 'ombCategory', valueCoding })),
    ...details.map((valueCoding) => ({ url: 'detailed', valueCoding })),
    { url: 'text', valueString },
  ],
})
const sexes = (birth: 'F' | 'M', sex: string): JsonObject[] => [
  { url: `${CORE}birthsex`, valueCode: birth },
  { url: `${CORE}sex`, valueCode: sex },
]
const unknownGender = (display?: string): JsonObject => ({
  url: `${CORE}genderIdentity`,
  valueCodeableConcept: concept(`${V3}NullFlavor`, 'UNK', display),
})
/** The two children differ in name, number and birth date alone. */
const child = (id: string, given: string, number: string, birthDate: string): JsonObject =>
  made(id, {
    active: true,
    extension: [
      group('race', [asian], 'Asian'),
      group('ethnicity', notHispanic, 'Not Hispanic or Latino'),
      ...sexes('M', '248153007'),
    ],
    identifier: [numbered('MR', number, hospital)],
    name: [{ family: 'Example', given: [given] }],
    telecom: [phone],
    birthDate,
    address: [{ line: ['49 Meadow St'], ...meadow }],
  })

const amy = made('example', {
  active: true,
  extension: [
    group('race', [white, race('1002-5', 'American Indian or Alaska Native'), asian], 'Mixed', [
      race('1586-7', 'Shoshone'),
      race('2036-2', 'Filipino'),
    ]),
    group('ethnicity', [race('2135-2', 'Hispanic or Latino')], 'Hispanic or Latino', [
      race('2184-0', 'Dominican'),
      race('2148-5', 'Mexican'),
    ]),
    {
      url: `${CORE}tribal-affiliation`,
      extension: [
        {
          url: 'tribalAffiliation',
          valueCodeableConcept: {
            ...concept(
              `${V3}TribalEntityUS`,
              '187',
              'Paiute-Shoshone Tribe of the Fallon Reservation and Colony, Nevada',
            ),
            text: 'Shoshone',
          },
        },
        { url: 'isEnrolled', valueBoolean: false },
      ],
    },
    ...sexes('F', '248152002'),
    unknownGender('Unknown'),
  ],
  identifier: [numbered('MR', '1032702', hospital)],
  name: [
    {
      use: 'old',
      family: 'Shaw',
      given: ['Amy', 'V.'],
      period: { start: '2016-12-06', end: '2020-07-22' },
    },
    {
      family: 'Baxter',
      given: ['Amy', 'V.'],
      suffix: ['PharmD'],
      period: { start: '2020-07-22' },
    },
  ],
  telecom: [phone, { system: 'email', value: 'amy.shaw@example.com' }],
  birthDate: '1987-02-20',
  address: [
    {
      use: 'old',
      line: ['49 Meadow St'],
      ...meadow,
      period: { start: '2016-12-06', end: '2020-07-22' },
    },
    {
      line: ['183 Mountain View St'],
      ...meadow,
      postalCode: '74048',
      period: { start: '2020-07-22' },
    },
  ],
})

const deceased = made('deceased-example', {
  active: true,
  extension: [
    group('race', [white, asian], 'Mixed'),
    group('ethnicity', notHispanic, 'Not Hispanic or Latino'),
  ],
  identifier: [numbered('MR', '55555555', hospital)],
  name: [{ family: 'Shaw', given: ['Mary', 'A.'] }],
  telecom: [phone, { system: 'email', value: 'mary.shaw@example.com' }],
  birthDate: '1937-10-21',
  deceasedDateTime: '2022-07-22',
  address: [{ line: ['49 Meadow St'], ...meadow, period: { start: '2016-12-06' } }],
})

const provenance = made('example-targeted-provenance', {
  active: true,
  extension: [
    group('race', [white], 'Mixed'),
    group('ethnicity', [race('2135-2', 'Hispanic or Latino')], 'Hispanic or Latino'),
    ...sexes('F', '248152002'),
    unknownGender(),
  ],
  identifier: [{ system: hospital.system, value: '1032702' }],
  name: [{ family: 'Shaw', given: ['Amy', 'V.'] }],
  telecom: [{ system: 'phone', value: '555-555-5555' }],
  birthDate: '1987-02-20',
  address: [{ line: ['183 Mountain View St'], city: 'Mounds', state: 'OK' }],
})

/** What the five example Patients of US Core (CC0-1.0, HL7) say, by their ids; none of them has a gender. */
export const usCoreExamples: readonly JsonObject[] = [
  child('child-example', 'Child', '1032704', '2016-01-15'),
  deceased,
  amy,
  provenance,
  child('infant-example', 'Infant', '1032703', '2020-06-02'),
]
