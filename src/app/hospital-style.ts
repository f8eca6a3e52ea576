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

/** What of a style moves the page when it changes: the tokens that are no colours. */
const MOVES = /^(?:font-|size-|round)/

/**
 * Goes by a style that was loaded (CTX-05): only what was checked, as custom properties of the root element, which
 * tokens.css looks at. On until it is switched off; that lasts as long as this page.
 *
 * `view` is the address of what is shown and `isRead` whether results stand in it. A style that comes so late gives its
 * colours at once, but its fonts and sizes only with the next view: nothing moves under whoever reads.
 */
export function useHospitalStyle(state: StyleState, view: string, isRead: boolean): HospitalStyle {
  const [isOn, setIsOn] = useState(true)
  const [come, setCome] = useState<{ state: StyleState; heldIn?: string | undefined }>({ state })
  if (come.state !== state) setCome({ state, heldIn: isRead ? view : undefined })
  else if (come.heldIn !== undefined && come.heldIn !== view) setCome({ state })
  const isHeld = come.heldIn !== undefined
  useEffect(() => {
    if (!isOn || state.kind !== 'loaded') return
    const { style } = document.documentElement
    const tokens = state.tokens.filter(({ name }) => !isHeld || !MOVES.test(name))
    for (const { name, value } of tokens) style.setProperty(`--ehr-${name}`, value)
    return () => {
      for (const { name } of tokens) style.removeProperty(`--ehr-${name}`)
    }
  }, [isOn, isHeld, state])
  return {
    state,
    isUsable: state.kind === 'loaded' && state.tokens.length > 0,
    isOn,
    setOn: (next) => {
      // Whoever switches it sees all of it change.
      setCome({ state })
      setIsOn(next)
    },
  }
}
