import type { Request } from '@playwright/test'
import { setting } from './tenant.ts'

/** Headers as they were really sent: those announced beforehand have a Referer that the page's policy takes away. */
export async function sentHeaders(request: Request): Promise<Record<string, string>> {
  const { referer: _announced, ...announced } = request.headers()
  // Of a request that never went out the browser doesn't tell.
  const patience = new Promise<Record<string, string>>((resolve) =>
    setTimeout(() => resolve(announced), 1_000),
  )
  return Promise.race([request.allHeaders().catch(() => announced), patience])
}

type LogEntry = {
  readonly host: string
  readonly path: string
  readonly hasAuthorization: boolean
}

/** Tokens that reached the hospital's server under another name than its own, by its own log: its other name plays the evil host. */
export async function findStrayTokens(sent: readonly Request[]): Promise<string[]> {
  const ehr = new URL(setting('E2E_EHR'))
  const tenants = new Set(
    sent.flatMap((request) => {
      const { port, pathname } = new URL(request.url())
      return port === ehr.port ? [pathname.split('/')[1] ?? ''] : []
    }),
  )
  const found: string[] = []
  for (const tenant of tenants) {
    const response = await fetch(`${ehr.origin}/_control/${tenant}/log`)
    if (!response.ok) continue
    const log = (await response.json()) as LogEntry[]
    for (const { host, path, hasAuthorization } of log)
      if (hasAuthorization && host !== ehr.host) found.push(`a token reached ${host}${path}`)
  }
  return found
}
