import { describe, expect, it } from 'vitest'
import { exampleSession } from '../smart/test-session.ts'
import type { Session } from '../smart/session.ts'
import { chooseRegister } from './choose-register.ts'

const as = (reference: string): Partial<Session> => ({
  identity: { kind: 'verified', fhirUser: `https://ehr.example/api/FHIR/R4/${reference}` },
})
const choose = (changed: Partial<Session>) => chooseRegister({}, exampleSession(changed))

describe('chooseRegister', () => {
  it.each(['Patient/p-1', 'Patient/p-2', 'RelatedPerson/parent-1'])(
    'speaks to a patient when %s is signed in, in an EHR too',
    (user) => {
      expect(choose({ ...as(user), launch: 'ehr' })).toBe('patient')
      expect(choose({ ...as(user), launch: 'standalone' })).toBe('patient')
    },
  )

  it.each(['Practitioner/dr-1', 'PractitionerRole/dr-1-clinic'])(
    'speaks to a clinician when %s is signed in, by hand too',
    (user) => {
      expect(choose({ ...as(user), launch: 'ehr' })).toBe('clinician')
      expect(choose({ ...as(user), launch: 'standalone' })).toBe('clinician')
    },
  )

  it.each([
    ['nobody is known', {}],
    ['a Person is signed in, who may be either', as('Person/1')],
    ['IDT-08 who is signed in is not verified', { identity: { kind: 'unverified' } }],
  ] satisfies [string, Partial<Session>][])('goes by the launch when %s', (_, changed) => {
    expect(choose({ ...changed, launch: 'ehr' })).toBe('clinician')
    expect(choose({ ...changed, launch: 'standalone' })).toBe('patient')
    expect(choose({ ...changed, launch: 'standalone', patientFrom: 'choice' })).toBe('clinician')
  })

  it('gives way to what the person chose', () => {
    const session = exampleSession({ ...as('Practitioner/dr-1'), launch: 'ehr' })
    expect(chooseRegister({ registerForClinician: 'patient' }, session)).toBe('patient')
    const patients = exampleSession(as('Patient/p-1'))
    expect(chooseRegister({ registerForPatient: 'clinician' }, patients)).toBe('clinician')
  })

  it('keeps a choice from whoever opens the app in another way at the same computer', () => {
    const session = exampleSession({ ...as('Practitioner/dr-1'), launch: 'ehr' })
    expect(chooseRegister({ registerForPatient: 'patient' }, session)).toBe('clinician')
    const patients = exampleSession(as('Patient/p-1'))
    expect(chooseRegister({ registerForClinician: 'clinician' }, patients)).toBe('patient')
  })
})
