import type { Patient } from '../../patient/patient.ts'
import { officialNames } from '../../patient/tell-apart.ts'
import type { SignedInAs, UserType } from '../../smart/signed-in-as.ts'

const kindWords: Readonly<Record<UserType, string>> = {
  Patient: 'another person with a record here',
  Practitioner: 'a clinician (Practitioner)',
  PractitionerRole: 'a clinician (PractitionerRole)',
  RelatedPerson: 'a related person',
  Person: 'a person the hospital knows (Person)',
}

const actsForAnother: ReadonlySet<UserType> = new Set(['Patient', 'RelatedPerson'])

/** The patient by name, with the official one: a usual name such as "Jim" is not enough to tell people apart by. */
export function callPatient(patient: Patient): string {
  const { name } = patient
  const [official] = officialNames(patient)
  return official === undefined ? name : `${name} (${official.text})`
}

/**
 * Says who is signed in, as far as that was verified, by name where the sign-in releases it (IDT-11). Where somebody
 * acts for the patient, both people are named. Nothing where nobody said who it is.
 */
export function SignedInLine({
  user,
  name,
  patientName,
}: {
  readonly user: SignedInAs
  readonly name: string | undefined
  /** Undefined until it is known. */
  readonly patientName: string | undefined
}) {
  switch (user.kind) {
    case 'unsaid':
      return null
    case 'unverified':
      return <>who is signed in could not be verified</>
    case 'the-patient':
      return <>Signed in as the patient</>
    case 'someone': {
      // By an address that isn't of this server nobody is told from this patient.
      if (user.type === 'Patient' && user.id === undefined)
        return <>Signed in as a patient; whether as the one of this record is not known</>
      const kind = kindWords[user.type]
      return (
        <>
          Signed in as{' '}
          {name === undefined ? (
            kind
          ) : (
            <>
              <bdi>{name}</bdi>, {kind}
            </>
          )}
          {actsForAnother.has(user.type) && (
            <>
              , for{' '}
              {patientName === undefined ? 'the patient of this record' : <bdi>{patientName}</bdi>}
            </>
          )}
        </>
      )
    }
  }
}
