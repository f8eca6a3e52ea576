import type { Session } from '../smart/session.ts'
import { readSignedInAs } from '../smart/signed-in-as.ts'
import { registerChoices, type Preferences, type Register } from './preferences.ts'

type Opened = Pick<Session, 'launch' | 'identity' | 'iss' | 'patientId' | 'patientFrom'>

/**
 * Chooses for whom results are put into words: as it was set for whoever opens the app like this, else as opened. Only
 * words depend on it: who is signed in gets the same data either way (IDT-11).
 */
export function chooseRegister(preferences: Preferences, opened: Opened): Register {
  const own = registerAsOpened(opened)
  return preferences[registerChoices[own]] ?? own
}

/** The words that nobody had to choose: by who is verified to be signed in, else by how the app was opened. */
export function registerAsOpened(opened: Opened): Register {
  return registerOfUser(opened) ?? registerOfLaunch(opened)
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
