import { locks } from './session-lock.ts'

/**
 * Claims the right to use an authorization response, for as long as this page lives; false when a copy of this tab has
 * claimed it already (CB-07, STO-06). A browser without locks lets everyone through: the server still takes a code once.
 */
export function claimResponse(state: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = locks()?.request(
      `chartside:${state}:response`,
      { ifAvailable: true },
      (lock) => {
        resolve(lock !== null)
        return lock === null ? undefined : new Promise(() => {})
      },
    )
    if (request) request.catch(() => resolve(true))
    else resolve(true)
  })
}
