import { locks } from './session-lock.ts'

/** Gives a claim back, so that another page may have it. */
export type Release = () => void

/**
 * Claims something that serves one page only, for as long as this page lives or until it is given back: the answer of
 * a sign-in (CB-07), a refresh token (REF-05). Undefined when a copy of this tab, or a page that shares its storage,
 * has claimed it already (STO-06). A browser without locks lets everyone through: the server still takes each once.
 */
export function claim(name: string): Promise<Release | undefined> {
  return new Promise((resolve) => {
    const request = locks()?.request(`chartside:${name}`, { ifAvailable: true }, (lock) => {
      if (lock === null) {
        resolve(undefined)
        return undefined
      }
      return new Promise<void>((release) => resolve(() => release()))
    })
    if (request) request.catch(() => resolve(() => {}))
    else resolve(() => {})
  })
}
