import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatAge, formatBirthDate } from './age.ts'
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
      otherNames: [],
      birthDate: undefined,
      birthDateAbsent: undefined,
      deceased: { kind: 'unstated' },
      administrativeGender: undefined,
      sexForRanges: undefined,
      sexAndGender: [],
      identifiers: [],
      telecom: [],
      addresses: [],
      contacts: [],
      languages: [],
      maritalStatus: undefined,
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

  it('XSS-05 cleans what it reads', () => {
    const patient = readPatient({ ...plain, name: [{ text: 'Da\u202Ena\u0000' }] })
    expect(patient?.name).toBe('Dana')
  })

  it('never throws, and always has a name and words for the birth date', () => {
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
    const inner = fc.constantFrom(
      ...`use text family given period start end value system type coding code display
        extension url valueCode name telecom address line language`.split(/\s+/),
    )
    const element = fc.dictionary(inner, fc.oneof(leaf, fc.array(fc.dictionary(inner, leaf))), {
      maxKeys: 4,
    })
    const key = fc.constantFrom(
      ...`name birthDate _birthDate deceasedBoolean deceasedDateTime gender extension
        identifier telecom address contact communication maritalStatus link active meta
        modifierExtension __proto__`.split(/\s+/),
    )
    const resource = fc.dictionary(
      key,
      fc.oneof(leaf, element, fc.array(element, { maxLength: 3 })),
    )
    const json = fc.oneof(
      fc.jsonValue(),
      resource.map((rest) => ({ ...rest, ...plain })),
    )
    fc.assert(
      fc.property(json, (sent) => {
        const patient = readPatient(sent)
        if (patient === undefined) return
        expect(patient.name).not.toBe('')
        expect(formatBirthDate(patient)).not.toBe('')
        formatAge(patient, new Date())
        expect(JSON.stringify(patient)).not.toContain('"text":""')
      }),
      { numRuns: 300 },
    )
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
        { label: 'Phone (work)', text: '(03) 5555 6473' },
        { label: 'Phone (mobile)', text: '(03) 3410 5613' },
        { label: 'Former phone', text: '(03) 5555 8834 (until 2014)' },
      ],
      contacts: [{ label: 'Next of kin' }],
    })
  })

  it('D9 shows of a social security number only the end', () => {
    const patient = read('npm-synthea-johnnie-hermiston-child')
    expect(patient?.identifiers.map(({ label }) => label)).toEqual([
      'Medical record number',
      'Social security number',
    ])
    expect(JSON.stringify(patient)).not.toContain('999-66')
    expect(patient?.sexAndGender).toEqual([{ label: 'Birth sex', text: 'Female' }])
  })
})
