import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatAge } from './age.ts'
import { readPatient } from './read-patient.ts'

const plain = { resourceType: 'Patient', id: 'p1' }
const NOW = new Date(2024, 4, 15).getTime()

describe('readPatient', () => {
  it.each([
    undefined,
    null,
    'Patient',
    [plain],
    {},
    { resourceType: 'Patient' },
    { resourceType: 'Patient', id: ' ' },
    { resourceType: 'Patient', id: 5 },
    { resourceType: 'OperationOutcome', id: 'p1' },
  ])('D9 reads %j as no patient', (resource) => {
    expect(readPatient(resource)).toBeUndefined()
  })

  it('D9 reads a patient about whom nothing is said, and says so', () => {
    expect(readPatient(plain)).toEqual({
      id: 'p1',
      name: 'Name not given',
      shownName: { label: 'Name', text: 'not given' },
      otherNames: [],
      birthDate: undefined,
      birthDateAbsent: undefined,
      birthDetails: [],
      deceased: { kind: 'unstated' },
      deceasedAbsent: undefined,
      administrativeGender: undefined,
      administrativeGenderAbsent: undefined,
      sexForRanges: undefined,
      sexAndGender: [],
      background: [],
      identifiers: [],
      identityNumbers: [],
      hiddenIdentifiers: [],
      telecom: [],
      addresses: [],
      contacts: [],
      languages: [],
      interpreter: [],
      care: [],
      links: [],
      warnings: [],
    })
  })

  it.each([
    [{ deceasedBoolean: true }, { kind: 'yes', date: undefined }],
    [{ deceasedBoolean: false }, { kind: 'no' }],
    [{ deceasedBoolean: 'true' }, { kind: 'yes', date: undefined }],
    [{ deceasedBoolean: 'false' }, { kind: 'no' }],
    [{ deceasedBoolean: 'perhaps' }, { kind: 'unstated' }],
    [{ deceasedDateTime: 'unclear' }, { kind: 'yes', date: undefined }],
    [
      { deceasedDateTime: '2020', deceasedBoolean: false },
      { kind: 'yes', date: { text: '2020' } },
    ],
  ])('D9 reads %j as %j', (rest, deceased) => {
    expect(readPatient({ ...plain, ...rest })?.deceased).toMatchObject(deceased)
  })

  it('D9 keeps gender identity and pronouns apart from the sexes on record', () => {
    const [sex, identity] = ['us-core-sex', 'us-core-genderIdentity'].map((name) => ({
      url: `http://hl7.org/fhir/us/core/StructureDefinition/${name}`,
      valueCodeableConcept: { text: name },
    }))
    expect(readPatient({ ...plain, extension: [identity, sex] })).toMatchObject({
      sexAndGender: [{ label: 'Sex', text: 'us-core-sex' }],
      background: [{ label: 'Gender identity', text: 'us-core-genderIdentity' }],
    })
  })

  it('D5 says why the administrative gender is absent', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
    const _gender = { extension: [{ url, valueCode: 'asked-declined' }] }
    expect(readPatient({ ...plain, _gender })).toMatchObject({
      administrativeGender: undefined,
      administrativeGenderAbsent: 'asked, but declined',
    })
  })

  it('XSS-05 cleans what it reads', () => {
    const patient = readPatient({ ...plain, name: [{ text: 'Da\u202Ena\u0000' }] })
    expect(patient?.name).toBe('Dana')
  })
})

describe('the sandbox patients', () => {
  const folder = new URL('../../sandbox/patients/', import.meta.url)
  const read = (name: string) => {
    const [first = ''] = readFileSync(new URL(`${name}.ndjson`, folder), 'utf8').split('\n')
    return readPatient(JSON.parse(first), NOW)
  }
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson'))
    .map((file) => file.replace('.ndjson', ''))

  it.each(names)('D9 reads %s as living, with name and birth date', (name) => {
    const patient = read(name)
    expect(patient?.name).not.toMatch(/not given/)
    expect(patient && formatAge(patient, new Date(NOW))).toMatch(/^\d+ years$/)
    expect(patient?.warnings).toEqual([])
  })

  it('D9 reads Peter with his names, numbers and next of kin', () => {
    expect(read('hl7-example-peter-chalmers')).toMatchObject({
      name: 'Jim',
      otherNames: [
        { label: 'Official name', text: 'Peter James Chalmers' },
        { label: 'Name before marriage', text: 'Peter James Windsor (until 2002)' },
      ],
      administrativeGender: 'Male',
      sexForRanges: 'male',
      deceased: { kind: 'no' },
      identifiers: [
        { label: 'Medical record number', text: '12345, Acme Healthcare (from May 6, 2001)' },
      ],
      telecom: [
        { label: 'Phone (work, preferred)', text: '(03) 5555 6473' },
        { label: 'Phone (mobile)', text: '(03) 3410 5613' },
        { label: 'Contact (home)', text: 'no value given' },
        { label: 'Former phone', text: '(03) 5555 8834 (until 2014)' },
      ],
      contacts: [{ label: 'Next of kin' }],
    })
  })

  it('D9 shows of a social security number only the end', () => {
    const patient = read('npm-synthea-johnnie-hermiston-child')
    expect(patient).toMatchObject({
      identifiers: [{ label: 'Medical record number' }],
      identityNumbers: [{ label: 'Social security number', text: 'ends in 6607' }],
      hiddenIdentifiers: ['1 identifier without a type is not shown'],
    })
    expect(JSON.stringify(patient)).not.toContain('999-66')
    expect(patient?.sexAndGender).toEqual([{ label: 'Birth sex', text: 'Female' }])
  })
})
