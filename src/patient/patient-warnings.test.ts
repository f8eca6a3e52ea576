import { expect, it } from 'vitest'
import { readWarnings } from './patient-warnings.ts'

const UNKNOWN = "This record contains information this app can't interpret; see the chart"

it.each([
  [{ active: false }, ['This record is marked as inactive']],
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
  [{ link: 'x', active: 'false', meta: 5 }, []],
])('D9 warns of %j: %j', (patient, warnings) => {
  expect(readWarnings(patient)).toEqual(warnings)
})
