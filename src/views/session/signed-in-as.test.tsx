import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SignedInAs } from '../../smart/signed-in-as.ts'
import { aPatient } from '../test-observations.ts'
import { callPatient, SignedInLine } from './signed-in-as.tsx'

const someone = (
  type: 'Patient' | 'Practitioner' | 'PractitionerRole' | 'RelatedPerson' | 'Person',
) => ({ kind: 'someone', type, id: 'x-1' }) as const
const parent = someone('RelatedPerson')

function wordsFor(user: SignedInAs, name?: string, patientName?: string): string {
  const { container } = render(<SignedInLine user={user} name={name} patientName={patientName} />)
  return container.textContent
}

describe('SignedInLine', () => {
  it.each<[SignedInAs, string | undefined, string | undefined, string]>([
    [{ kind: 'unsaid' }, undefined, 'Ada', ''],
    [{ kind: 'unverified' }, undefined, 'Ada', 'who is signed in could not be verified'],
    [{ kind: 'the-patient' }, undefined, 'Ada', 'Signed in as the patient'],
    [parent, 'Robin', 'Ada', 'Signed in as Robin, a related person, for Ada'],
    [parent, undefined, 'Ada', 'Signed in as a related person, for Ada'],
    [
      parent,
      'Robin',
      undefined,
      'Signed in as Robin, a related person, for the patient of this record',
    ],
    [
      someone('Patient'),
      undefined,
      'Ada',
      'Signed in as another person with a record here, for Ada',
    ],
    [
      { kind: 'someone', type: 'Patient', id: undefined },
      undefined,
      'Ada',
      'Signed in as a patient; whether as the one of this record is not known',
    ],
    [
      someone('Practitioner'),
      'Dr. Grey',
      'Ada',
      'Signed in as Dr. Grey, a clinician (Practitioner)',
    ],
    [someone('Practitioner'), undefined, 'Ada', 'Signed in as a clinician (Practitioner)'],
    [someone('PractitionerRole'), undefined, 'Ada', 'Signed in as a clinician (PractitionerRole)'],
    [someone('Person'), undefined, 'Ada', 'Signed in as a person the hospital knows (Person)'],
  ])('IDT-11 says of %j named %s with the patient %s', (user, name, patientName, words) => {
    expect(wordsFor(user, name, patientName)).toBe(words)
  })
})

describe('callPatient', () => {
  it('IDT-11 adds the official name to a usual one', () => {
    const otherNames = [{ label: 'Official name', text: 'Peter Example' }]
    expect(callPatient(aPatient({ name: 'Jim', otherNames }))).toBe('Jim (Peter Example)')
    expect(callPatient(aPatient({ name: 'Ada', otherNames: [] }))).toBe('Ada')
  })
})
