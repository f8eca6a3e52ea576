import { expect, it } from 'vitest'
import { readWarnings } from './patient-warnings.ts'

const UNKNOWN = "This record contains information this app can't interpret; see the chart"
const UNKNOWN_LINK = "This record is linked to another one in a way this app can't read"

it.each([
  [{ active: false }, ['This record is marked as inactive']],
  [
    { _deceasedDateTime: { extension: [{ url: 'urn:x' }] } },
    ["This person may have died: the record has a date of death that isn't given"],
  ],
  [{ deceasedDateTime: '2020', _deceasedDateTime: { id: 'x' } }, []],
  [
    { link: [{ type: 'replaced-by', other: { reference: 'Patient/2' } }] },
    ['This record has been replaced by another record and must no longer be used'],
  ],
  [{ link: [{ type: 'refer' }] }, ['Another record is the main one for this patient']],
  [
    { link: [{ type: 'seealso' }, { type: 'seealso' }] },
    ['There is another record of this patient'],
  ],
  [
    {
      meta: {
        tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
      },
    },
    ['Test data, not a real patient'],
  ],
  [{ modifierExtension: [{ url: 'x' }] }, [UNKNOWN]],
  [{ contact: [{ modifierExtension: [{ url: 'x' }] }] }, [UNKNOWN]],
  [{ implicitRules: 'urn:x' }, [UNKNOWN]],
  [{ link: [{ type: 'replaces' }], active: true }, []],
  [{ active: 'true', deceasedBoolean: 'false', meta: 5 }, []],
  [{ active: 'false' }, ['This record is marked as inactive']],
  [{ active: 0 }, ["Whether this record is still in use can't be read"]],
  [{ deceasedBoolean: 'perhaps' }, ["Whether this person has died can't be read"]],
  [{ link: { type: 'refer' } }, ['Another record is the main one for this patient']],
  [{ link: 'x' }, [UNKNOWN_LINK]],
  [{ link: [null, { type: 'twin' }, {}] }, [UNKNOWN_LINK]],
  [{ contact: { modifierExtension: [{ url: 'x' }] } }, [UNKNOWN]],
])('D9 warns of %j: %j', (patient, warnings) => {
  expect(readWarnings(patient)).toEqual(warnings)
})
