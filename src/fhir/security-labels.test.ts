import { expect, it } from 'vitest'
import { readMarks } from './security-labels.ts'

const v3 = 'http://terminology.hl7.org/CodeSystem/v3-'

it.each([
  ['a test patient', { tag: [{ system: `${v3}ActReason`, code: 'HTEST' }] }, ['Test data']],
  [
    'restricted data',
    { security: [{ system: `${v3}Confidentiality`, code: 'R' }] },
    ['Restricted'],
  ],
  [
    'the older address of a system',
    { security: [{ system: 'http://hl7.org/fhir/v3/Confidentiality', code: 'V' }] },
    ['Very restricted'],
  ],
  [
    'a subset (OBS-12)',
    { tag: [{ system: `${v3}ObservationValue`, code: 'SUBSETTED' }] },
    ['Incomplete: the server sent only a part'],
  ],
  [
    'a single label in place of a list',
    { security: { system: `${v3}Confidentiality`, code: 'R' } },
    ['Restricted'],
  ],
  ['that a label can not be read', { security: ['R'], tag: 'x' }, ["A label this app can't read"]],
  ['nothing in a local tag R', { tag: [{ system: 'urn:local', code: 'R' }] }, []],
  ['nothing in an odd shape', 'R', []],
])('D8 reads %s', (_, meta, marks) => {
  expect(readMarks({ meta })).toEqual(marks)
})
