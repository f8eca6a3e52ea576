import { Hono } from 'hono'
import type { Context } from 'hono'

import { FaultError, readFaults } from './fault-reader.ts'
import { isProfileName } from './profiles.ts'
import { clientId } from './tenant.ts'
import type { Tenant } from './tenant.ts'
import type { Tenants } from './tenants.ts'

type Json = Readonly<Record<string, unknown>>

/** A control request that makes no sense: answered with this status and message. */
class ControlError extends Error {
  readonly status: 400 | 404 | 409
  constructor(status: 400 | 404 | 409, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * The control API for tests: makes a tenant, switches its faults, prepares launches, shows its log. One tenant a
 * test keeps tests that run side by side apart.
 */
export function controlRoutes(tenants: Tenants): Hono {
  const routes = new Hono()

  const find = (c: Context): Tenant => {
    const tenant = tenants.get(c.req.param('tenant') ?? '')
    if (tenant === undefined) throw new ControlError(404, 'There is no such tenant.')
    return tenant
  }

  routes.put('/:tenant', async (c) => {
    const id = c.req.param('tenant')
    const { profile, appRoots, faults, rotateKeys } = await readBody(c)
    if (!/^[a-z\d][\w-]{0,60}$/i.test(id)) throw new ControlError(400, 'That is no tenant id.')
    if (profile !== undefined && !isProfileName(profile)) {
      throw new ControlError(400, 'There is no such profile.')
    }
    const roots = appRoots === undefined ? undefined : readRoots(appRoots)
    const wanted = faults === undefined ? undefined : readFaults(faults)
    let tenant = tenants.get(id)
    if (tenant === undefined && profile === undefined) {
      throw new ControlError(400, 'A new tenant needs a profile.')
    }
    if (profile !== undefined && tenant?.profile.name !== profile) {
      tenant = await tenants.add(id, profile, roots)
    } else if (tenant !== undefined && roots !== undefined) {
      await tenants.setAppRoots(tenant, roots)
    }
    if (tenant === undefined) throw new ControlError(404, 'There is no such tenant.')
    if (wanted !== undefined) tenant.faults = wanted
    if (rotateKeys === true) await tenants.rotateKeys(tenant)
    return c.json({
      iss: tenant.fhirBase,
      issuer: tenant.issuer,
      clientId,
      profile: tenant.profile.name,
      faults: tenant.faults,
    })
  })

  routes.delete('/:tenant', (c) => {
    if (!tenants.remove(c.req.param('tenant'))) {
      throw new ControlError(404, 'There is no such tenant.')
    }
    return c.body(null, 204)
  })

  routes.post('/:tenant/launches', async (c) => {
    const tenant = find(c)
    const { patient, root, needPatientBanner, encounter } = await readBody(c)
    if (!tenant.profile.launches.includes('ehr')) {
      throw new ControlError(409, 'This profile has no EHR launch.')
    }
    if (typeof patient !== 'string' || tenant.store.readPatient(patient) === undefined) {
      throw new ControlError(400, 'There is no such patient.')
    }
    const appRoot = root ?? tenant.appRoots[0]
    if (typeof appRoot !== 'string' || !tenant.appRoots.includes(appRoot)) {
      throw new ControlError(400, 'That is not one of the app roots.')
    }
    const launch = tenant.addLaunch({
      patient,
      encounter: typeof encounter === 'string' ? encounter : undefined,
      needPatientBanner:
        typeof needPatientBanner === 'boolean'
          ? needPatientBanner
          : tenant.profile.patientBanner.default,
    })
    return c.json({ launch, url: tenant.toLaunchUrl(appRoot, launch) })
  })

  routes.get('/:tenant/log', (c) => c.json(find(c).log.entries))

  routes.delete('/:tenant/log', (c) => {
    find(c).log.clear()
    return c.body(null, 204)
  })

  routes.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ error: error.message }, error.status)
    if (error instanceof FaultError) return c.json({ error: error.message }, 400)
    throw error
  })
  return routes
}

async function readBody(c: Context): Promise<Json> {
  try {
    const json: unknown = JSON.parse(await c.req.text())
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Json
  } catch {
    // Said below, as for any other body that is no object.
  }
  throw new ControlError(400, 'The body is no JSON object.')
}

function readRoots(json: unknown): string[] {
  const isRoot = (root: unknown) =>
    typeof root === 'string' && root.endsWith('/') && URL.canParse(root)
  if (!Array.isArray(json) || json.length === 0 || !json.every(isRoot)) {
    throw new ControlError(400, 'appRoots is no list of addresses that end in a slash.')
  }
  return json as string[]
}
