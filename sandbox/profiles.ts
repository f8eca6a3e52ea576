import { epicEhr, epicLegacy, epicMychart } from './profile-epic.ts'
import { meditech } from './profile-meditech.ts'
import { oraclePatient, oracleProvider } from './profile-oracle.ts'
import { strictIg } from './profile-strict.ts'
import type { Profile, ProfileName } from './profile.ts'

/** Every profile by its name, in the order the Launchpad shows them. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  'strict-ig': strictIg,
  'epic-ehr': epicEhr,
  'epic-mychart': epicMychart,
  'epic-legacy': epicLegacy,
  'oracle-provider': oracleProvider,
  'oracle-patient': oraclePatient,
  meditech,
}

/** Whether `name` is the name of a profile. */
export function isProfileName(name: unknown): name is ProfileName {
  return typeof name === 'string' && Object.hasOwn(profiles, name)
}
