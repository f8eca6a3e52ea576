import { randomUUID } from 'node:crypto'
import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ProfileName } from '../sandbox/profile.ts'

/** A setting of `global-setup.ts`. */
export const setting = (name: string) => process.env[name] ?? ''

/** Categories that Epic refuses with 400; the browser itself notes each refused request (docs/decisions/005). */
export const epicRefusals = /[?&]category=[^&]*(?:exam|procedure|therapy|activity)/

/** One line of the local EHR's log. */
export type LoggedRequest = {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly hasAuthorization: boolean
  readonly hasCookie: boolean
  readonly referer?: string
  readonly revoked?: string
  readonly status: number
}

/**
 * A hospital of one test's own: a tenant of the local EHR, and a copy of the built app at an address of its own,
 * configured for that tenant alone, with `settings` of that server. So tests run side by side, and under a path other than `/`.
 */
export async function createTenant(
  profile: ProfileName,
  faults: object = {},
  settings: object = {},
) {
  const id = `t-${randomUUID().slice(0, 8)}`
  const port = setting('E2E_HOST_PORT')
  const appRoot = `http://localhost:${port}/${id}/`
  /** The same app on another site, for frames: a site is a host name without its port. */
  const framedRoot = `http://127.0.0.1:${port}/${id}/`
  const { iss, clientId } = await control<{ iss: string; clientId: string }>('PUT', id, '', {
    profile,
    faults,
    appRoots: [appRoot, framedRoot],
  })
  const folder = join(setting('E2E_FOLDER'), id)
  await cp('dist', folder, { recursive: true })
  const configure = (config: object) =>
    writeFile(join(folder, 'config.json'), JSON.stringify(config))
  const server = { id: 'ehr', name: 'Example Hospital', iss, clientId, ...settings }
  await configure({ servers: [server] })
  return {
    id,
    iss,
    appRoot,
    framedRoot,
    server,
    configure,
    setFaults: (next: object) => control('PUT', id, '', { faults: next }),
    /** Other addresses of the app, in place of its own two. */
    setAppRoots: (appRoots: readonly string[]) => control('PUT', id, '', { appRoots }),
    /** A fresh launch of a patient's chart, of a visit perhaps: the address at which the EHR opens the app. */
    launch: async (
      patient: string,
      root = appRoot,
      context: { encounter?: string; needPatientBanner?: boolean } = {},
    ) =>
      (await control<{ url: string }>('POST', id, '/launches', { patient, root, ...context })).url,
    /** The EHR's own page of a chart, with the app in a frame of another site. */
    chartUrl: (patient: string) =>
      `${setting('E2E_EHR')}/chart?${new URLSearchParams({ tenant: id, patient, root: appRoot })}`,
    log: () => control<LoggedRequest[]>('GET', id, '/log'),
  }
}

async function control<T>(method: string, id: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${setting('E2E_EHR')}/_control/${id}${path}`, {
    method,
    ...(body
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  })
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
