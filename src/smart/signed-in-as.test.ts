import { describe, expect, it } from 'vitest'
import { readSignedInAs } from './signed-in-as.ts'
import { exampleSession } from './test-session.ts'

const iss = 'https://ehr.example/api/FHIR/R4'
const read = (fhirUser: string | undefined, base = iss) =>
  readSignedInAs(exampleSession({ iss: base, identity: { kind: 'verified', fhirUser } }))
const someone = (type: string, id: string | undefined) => ({ kind: 'someone', type, id })

describe('readSignedInAs', () => {
  it.each([
    [`${iss}/Patient/p-1`, { kind: 'the-patient' }],
    [`${iss}/Patient/p-2`, someone('Patient', 'p-2')],
    [`${iss}/RelatedPerson/r-1`, someone('RelatedPerson', 'r-1')],
    [`${iss}/Practitioner/d-1`, someone('Practitioner', 'd-1')],
    [`${iss}/PractitionerRole/d-1`, someone('PractitionerRole', 'd-1')],
    [`${iss}/Person/x`, someone('Person', 'x')],
    // Never read with our token: not below this FHIR base (IDT-10).
    ['https://other.example/api/FHIR/R4/Patient/p-1', someone('Patient', undefined)],
    ['https://ehr.example/oauth2/api/FHIR/R4/Practitioner/d-1', someone('Practitioner', undefined)],
    [`${iss}/x/Practitioner/d-1`, someone('Practitioner', undefined)],
    [`${iss}/Device/d-1`, { kind: 'unsaid' }],
    [undefined, { kind: 'unsaid' }],
  ])('IDT-10 IDT-11 reads %s', (fhirUser, expected) => {
    expect(read(fhirUser)).toEqual(expected)
    expect(read(fhirUser, `${iss}/`)).toEqual(expected)
  })

  it('IDT-08 takes nothing from an identity that is not verified', () => {
    expect(readSignedInAs(exampleSession({ identity: { kind: 'unverified' } }))).toEqual({
      kind: 'unverified',
    })
    expect(readSignedInAs(exampleSession())).toEqual({ kind: 'unsaid' })
  })
})
