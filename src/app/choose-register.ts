import type { Session } from '../smart/session.ts'
import { readSignedInAs } from '../smart/signed-in-as.ts'
import type { Register } from './preferences.ts'

type Opened = Pick<Session, 'launch' | 'identity' | 'iss' | 'patientId' | 'patientFrom'>

/**
 * Chooses for whom results are put into words: as the person set it, else by who is verified to be signed in, else by how
 * the app was opened. Only words depend on it: who is signed in gets the same data either way (IDT-11).
 */
export function chooseRegister(set: Register | undefined, opened: Opened): Register {
  return set ?? registerOfUser(opened) ?? registerOfLaunch(opened)
}

function registerOfUser(opened: Opened): Register | undefined {
  const user = readSignedInAs(opened)
  if (user.kind === 'the-patient') return 'patient'
  // Not asked for, not said, or not verified, which decides nothing (IDT-08).
  if (user.kind !== 'someone') return undefined
  switch (user.type) {
    case 'Patient':
    case 'RelatedPerson':
      return 'patient'
    case 'Practitioner':
    case 'PractitionerRole':
      return 'clinician'
    case 'Person':
      // May be either.
      return undefined
  }
}

/** An EHR is a clinician's; by hand, patients sign in, unless somebody picked the record among others. */
function registerOfLaunch({ launch, patientFrom }: Opened): Register {
  return launch === 'ehr' || patientFrom === 'choice' ? 'clinician' : 'patient'
}
