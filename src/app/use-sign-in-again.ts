import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import type { AppConfig } from '../config/server-config.ts'
import { isReturnRoute } from '../smart/return-route.ts'
import type { Session } from '../smart/session.ts'

/** How to begin a session of the same patient again. */
export type SignInAgain = {
  /** Leaves for the server's own page; undefined where that isn't possible from here (ERR-06). */
  readonly begin: (() => void) | undefined
  readonly isBusy: boolean
  /** Why it could not begin. */
  readonly failure: { readonly error: unknown } | undefined
}

/**
 * Signs in again in one step, and comes back to the view that is open now, if it is the same patient's (CB-08). A
 * launch from the chart can't be repeated from here.
 */
export function useSignInAgain(session: Session, config: AppConfig, root: URL): SignInAgain {
  const { pathname, search } = useLocation()
  const [isBusy, setIsBusy] = useState(false)
  const [failure, setFailure] = useState<{ error: unknown }>()
  const server = config.servers.find(({ id }) => id === session.serverId)

  async function begin(): Promise<void> {
    if (!server) return
    setIsBusy(true)
    const route = pathname.replace(`/s/${session.id}/`, '') + search
    const returnTo = isReturnRoute(route) ? { route, patientId: session.patientId } : undefined
    try {
      const { startStandalone } = await import('../smart/start-standalone.ts')
      location.assign(await startStandalone(server, root, returnTo))
    } catch (error) {
      setIsBusy(false)
      setFailure({ error })
    }
  }

  const isPossible = session.launch === 'standalone' && server !== undefined
  return { begin: isPossible ? () => void begin() : undefined, isBusy, failure }
}
