import { useEffect, useState } from 'react'
import type { StyleState } from '../smart/load-smart-style.ts'
import type { Session } from '../smart/session.ts'

/** The style of the EHR that the app was opened from, and whether it is used. */
export type HospitalStyle = {
  readonly state: StyleState
  /** Whether there is anything of it to use. */
  readonly isUsable: boolean
  readonly isOn: boolean
  readonly setOn: (isOn: boolean) => void
}

/**
 * Loads the style that a launch from the chart gave, and goes by it (CTX-05): only what was checked, as custom
 * properties of the root element, which tokens.css looks at in light alone. On until it is switched off; that lasts as
 * long as this page. A sign-in by hand happens outside of any EHR's pages, so none is loaded.
 */
export function useHospitalStyle({ styleUrl, launch }: Session): HospitalStyle {
  const url = launch === 'ehr' ? styleUrl : undefined
  const [state, setState] = useState<StyleState>({ kind: url === undefined ? 'none' : 'loading' })
  const [isOn, setOn] = useState(true)
  useEffect(() => {
    if (url === undefined) return
    const abort = new AbortController()
    // The record comes first: neither the code nor the file is waited for.
    void import('../smart/load-smart-style.ts')
      .then(({ loadSmartStyle }) => loadSmartStyle(url, abort.signal))
      .catch((): StyleState => ({ kind: 'failed' }))
      .then((loaded) => {
        if (!abort.signal.aborted) setState(loaded)
      })
    return () => abort.abort()
  }, [url])
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
