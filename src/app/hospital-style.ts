import { useEffect, useState } from 'react'
import type { StyleState } from '../smart/load-smart-style.ts'

/** The style of the EHR that the app was opened from, and whether it is used. */
export type HospitalStyle = {
  readonly state: StyleState
  /** Whether there is anything of it to use. */
  readonly isUsable: boolean
  readonly isOn: boolean
  readonly setOn: (isOn: boolean) => void
}

/**
 * Goes by a style that was loaded (CTX-05): only what was checked, as custom properties of the root element, which
 * tokens.css looks at in light alone. On until it is switched off; that lasts as long as this page.
 */
export function useHospitalStyle(state: StyleState): HospitalStyle {
  const [isOn, setOn] = useState(true)
  useEffect(() => {
    if (!isOn || state.kind !== 'loaded') return
    const { style } = document.documentElement
    for (const { name, value } of state.tokens) style.setProperty(`--ehr-${name}`, value)
    return () => {
      for (const { name } of state.tokens) style.removeProperty(`--ehr-${name}`)
    }
  }, [isOn, state])
  return { state, isUsable: state.kind === 'loaded' && state.tokens.length > 0, isOn, setOn }
}
