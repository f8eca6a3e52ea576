import type { Key } from '../../language/catalogue.ts'
import { key, t } from '../../language/t.ts'
import type { Patient } from '../../patient/patient.ts'
import { officialNames } from '../../patient/tell-apart.ts'
import type { SignedInAs, UserType } from '../../smart/signed-in-as.ts'
import { tx } from '../../ui/tx.tsx'

const kindWords: Readonly<Record<UserType, Key>> = {
  Patient: key('another person with a record here'),
  Practitioner: key('a clinician (Practitioner)'),
  PractitionerRole: key('a clinician (PractitionerRole)'),
  RelatedPerson: key('a related person'),
  Person: key('a person the hospital knows (Person)'),
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
      return <>{t('who is signed in could not be verified')}</>
    case 'the-patient':
      return <>{t('Signed in as the patient')}</>
    case 'someone': {
      // By an address that isn't of this server nobody is told from this patient.
      if (user.type === 'Patient' && user.id === undefined)
        return <>{t('Signed in as a patient; whether as the one of this record is not known')}</>
      const kind = t(kindWords[user.type])
      const who = <bdi lang="">{name}</bdi>
      if (!actsForAnother.has(user.type))
        return name === undefined
          ? tx('Signed in as {kind}', { kind })
          : tx('Signed in as {who}, {kind}', { who, kind })
      const patient =
        patientName === undefined ? (
          t('the patient of this record|after “for”')
        ) : (
          <bdi lang="">{patientName}</bdi>
        )
      return name === undefined
        ? tx('Signed in as {kind}, for {patient}', { kind, patient })
        : tx('Signed in as {who}, {kind}, for {patient}', { who, kind, patient })
    }
  }
}
