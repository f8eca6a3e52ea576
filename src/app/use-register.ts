import { useEffect } from 'react'
import type { Session } from '../smart/session.ts'
import { preloadPlainNames } from '../views/shared/register.ts'
import { chooseRegister } from './choose-register.ts'
import type { Preferences, Register } from './preferences.ts'

/** For whom the page speaks; what it calls tests to a patient comes while the results do. */
export function useRegister(preferences: Preferences, session: Session): Register {
  const register = chooseRegister(preferences, session)
  useEffect(() => {
    if (register === 'patient') void preloadPlainNames()
  }, [register])
  return register
}
