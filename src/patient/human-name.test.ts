import { describe, expect, it } from 'vitest'
import { formatContactName, formatName, readNames } from './human-name.ts'

const NOW = new Date(2024, 4, 15).getTime()
const official = { use: 'official', family: 'Demo', given: ['Dana', 'Q'] }
const masked = {
  extension: [
    { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' },
  ],
}
const usual = { use: 'usual', text: 'Dana' }

describe('readNames', () => {
  it('D9 shows the usual name and keeps the official one beside it', () => {
    expect(readNames([official, usual], NOW)).toEqual({
      name: 'Dana',
      shownName: { label: 'Usual name', text: 'Dana' },
      otherNames: [{ label: 'Official name', text: 'Dana Q Demo' }],
    })
  })

  it.each([
    ['the official name', [{ text: 'Other' }, official], 'Dana Q Demo'],
    ['any name still in use', [{ use: 'old', text: 'Old' }, { text: 'Plain' }], 'Plain'],
    [
      'a name that has not expired',
      [{ use: 'usual', text: 'Gone', period: { end: '2024-05-14' } }, official],
      'Dana Q Demo',
    ],
    [
      'a name that ends today',
      [{ use: 'usual', text: 'Today', period: { end: '2024-05-15' } }, official],
      'Today',
    ],
    ['a name that ends this year', [{ text: 'Year', period: { end: '2024' } }], 'Year'],
    ['a former name, said so', [{ use: 'old', text: 'Old' }], 'Old (former name)'],
    [
      'a maiden name, said so',
      [{ use: 'maiden', text: 'Windsor' }],
      'Windsor (name before marriage)',
    ],
    ['that there is none', [], 'Name not given'],
    ['that there is none, for a use alone', [{ use: 'usual' }], 'Name not given'],
    [
      'that it can not be read',
      [5, null, { use: 'usual' }],
      "Name not given (sent in a form this app can't read)",
    ],
    [
      'that it is withheld',
      [
        {
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason',
              valueCode: 'masked',
            },
          ],
        },
      ],
      'Name not given (withheld)',
    ],
  ])('D9 shows %s', (_, names, name) => {
    expect(readNames(names, NOW).name).toBe(name)
  })

  it('D9 reads a single name in place of a list', () => {
    expect(readNames(official, NOW)).toEqual({
      name: 'Dana Q Demo',
      shownName: { label: 'Official name', text: 'Dana Q Demo' },
      otherNames: [],
    })
  })

  it('D9 says that there is another name, though it can not be read', () => {
    expect(readNames([usual, 'Dana Demo'], NOW)).toEqual({
      name: 'Dana',
      shownName: { label: 'Usual name', text: 'Dana' },
      otherNames: [{ label: 'Other name', text: "sent in a form this app can't read" }],
    })
  })

  it('D9 gives other names their use and period', () => {
    const names = [
      usual,
      { use: 'maiden', family: 'Windsor', given: ['Peter'], period: { end: '2002' } },
      { use: 'official', text: 'Gone', period: { end: '2020' } },
      { use: 'nickname', text: 'Jim' },
      { use: 'nickname', text: 'Jim' },
      { use: 'strange', text: 'X' },
    ]
    expect(readNames(names, NOW).otherNames).toEqual([
      { label: 'Other name', text: 'X' },
      { label: 'Nickname', text: 'Jim' },
      { label: 'Former official name', text: 'Gone (until 2020)' },
      { label: 'Name before marriage', text: 'Peter Windsor (until 2002)' },
    ])
  })

  it.each([
    [
      'the use of a name that is withheld',
      [usual, { use: 'official', _family: masked }],
      { label: 'Official name', text: 'not given (withheld)' },
    ],
    [
      'a part that is withheld',
      [usual, { given: ['Dana'], _family: masked }],
      { label: 'Other name', text: 'Dana; family name not given (withheld)' },
    ],
    [
      'parts that its text does not have',
      [usual, { text: 'Dana', family: 'Demo', suffix: ['MD'] }],
      { label: 'Other name', text: 'Dana (in parts: Demo MD)' },
    ],
    [
      'a text alone that has all its parts',
      [usual, { text: 'DEMO, Dana', family: 'Demo', given: ['Dana'] }],
      { label: 'Other name', text: 'DEMO, Dana' },
    ],
    [
      'no half of a period',
      [usual, { text: 'D', period: { start: '2001', end: 'soon' } }],
      { label: 'Other name', text: "D (for a period that can't be read)" },
    ],
  ])('D9 says %s', (_, names, line) => {
    expect(readNames(names, NOW).otherNames).toEqual([line])
  })
})

it.each([
  [{ use: 'maiden', family: 'Organa' }, 'Organa (name before marriage)'],
  [{ use: 'usual', family: 'Solo' }, 'Solo'],
  [{ _family: masked }, 'Name: not given (withheld)'],
  [{}, undefined],
])('D9 writes the name %j of a contact as %j', (name, words) => {
  expect(formatContactName(name, NOW)).toBe(words)
})

it.each([
  [{ text: 'As written', family: 'X' }, 'As written'],
  [
    { prefix: ['Drs.'], given: ['Roelof', 'Olaf'], family: 'Bor', suffix: ['PDEng.'] },
    'Drs. Roelof Olaf Bor PDEng.',
  ],
  [{ family: 'Madonna' }, 'Madonna'],
  [{ given: 'Jim', family: 5 }, 'Jim'],
  [{ given: [null, 'Ann'] }, 'Ann'],
  [{}, undefined],
])('D9 writes the name %j as %j', (name, words) => {
  expect(formatName(name)).toBe(words)
})
