import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

import { toCapabilityStatement, toSmartConfiguration } from './discovery-document.ts'
import type { ContentFaultKind } from './faults.ts'
import { accessFor, findToken } from './fhir-access.ts'
import {
  sendForbidden,
  sendHtmlNotFound,
  sendNoSuchId,
  sendNoSuchType,
  sendProblem,
  sendResource,
  sendUnauthorized,
} from './fhir-answer.ts'
import type { Env } from './fhir-answer.ts'
import { contentFaultsFor } from './fhir-bundle.ts'
import { applyFhirFaults, hang } from './fhir-fault-middleware.ts'
import { searchType } from './fhir-search-route.ts'
import type { Resource } from './fhir-store.ts'
import { toHistory } from './observation-history.ts'
import { epicMerged, toIssue } from './outcomes.ts'
import { patientFaults, readSurvivorId, toSurvivor, toSurvivorId } from './patient-faults.ts'
import type { Tenant } from './tenant.ts'
import { dressResource } from './vendor-dress.ts'

const readable = new Set(['Patient', 'Observation', 'Encounter', 'Practitioner', 'RelatedPerson'])

/** The FHIR R4 server of every tenant, mounted at a tenant's FHIR base; `tenant` is set by whoever mounts it. */
export function fhirRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  routes.use(sendCors)
  routes.get('/.well-known/smart-configuration', sendDiscovery)
  routes.get('/metadata', (c) => sendResource(c, toCapabilityStatement(c.get('tenant'))))
  routes.use(applyFhirFaults)
  routes.use(async (c, next) => {
    const token = await findToken(c.get('tenant'), c.req.header('Authorization'))
    if (token === undefined) return sendUnauthorized(c)
    c.set('token', token)
    return next()
  })
  routes.get('/:type', async (c) => {
    const type = c.req.param('type')
    return readable.has(type)
      ? searchType(c, type, new URL(c.req.url).searchParams)
      : sendNoSuchType(c)
  })
  routes.post('/:type/_search', async (c) => {
    const type = c.req.param('type')
    const form = new URLSearchParams(await c.req.text())
    const query = new URLSearchParams([...new URL(c.req.url).searchParams, ...form])
    return readable.has(type) ? searchType(c, type, query) : sendNoSuchType(c)
  })
  routes.get('/:type/:id', (c) => read(c, c.req.param('type'), c.req.param('id')))
  routes.get('/:type/:id/_history', (c) => readVersions(c, c.req.param('type'), c.req.param('id')))
  routes.all('*', sendNoSuchType)
  return routes
}

/** CORS for exactly the app's origins; what a script may read of the headers is the profile's choice (REF-11). */
const sendCors: MiddlewareHandler<Env> = (c, next) => {
  const tenant = c.get('tenant')
  const handle: MiddlewareHandler<Env> = cors({
    origin: (origin) => (tenant.allowsOrigin(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Accept', 'Authorization', 'Content-Type', 'Epic-Client-ID', 'Prefer'],
    exposeHeaders: [...tenant.profile.fhir.exposedHeaders],
    maxAge: 600,
  })
  return handle(c, next)
}

function sendDiscovery(c: Context<Env>): Response | Promise<Response> {
  const tenant = c.get('tenant')
  const { discovery } = tenant.faults
  if (discovery === 'hang') return hang(c)
  if (discovery === 'not-found') return sendHtmlNotFound()
  if (discovery === 'html') return sendHtmlNotFound(200)
  if (discovery === 'without-cors') c.header('Access-Control-Allow-Origin', undefined)
  const { origin, pathname } = new URL(c.req.url)
  if (discovery === 'foreign-redirect' && origin !== tenant.foreignOrigin) {
    return c.redirect(tenant.foreignOrigin + pathname, 302)
  }
  const wantsJson = /json/i.test(c.req.header('Accept') ?? '')
  if (discovery === 'xml-without-accept' && !wantsJson) {
    return c.body('<?xml version="1.0"?><configuration/>', 200, {
      'Content-Type': 'application/xml',
    })
  }
  return c.json(toSmartConfiguration(tenant), 200, { 'Cache-Control': 'no-store' })
}

function read(c: Context<Env>, type: string, id: string): Response {
  if (!readable.has(type)) return sendNoSuchType(c)
  const tenant = c.get('tenant')
  const access = accessFor(c.get('token'), type, 'r')
  if (access === undefined) return sendForbidden(c, `reading ${type}`)
  const faults = contentFaultsFor(tenant, type)
  const isMerged = type === 'Patient' && faults.some(({ kind }) => kind === 'merged-patient')
  const former = isMerged ? readSurvivorId(id) : undefined
  const resource = tenant.store.read(type, former ?? id)
  if (resource === undefined) return sendNoSuchId(c)
  if (!access.allows(resource)) return sendForbidden(c, 'this record')
  if (isMerged && resource.resourceType === 'Patient') {
    const location = `${tenant.fhirRoot}/Patient/${toSurvivorId(id)}`
    return former === undefined
      ? sendProblem(c, 301, [epicMerged()], { Location: location })
      : sendResource(c, toSurvivor(resource))
  }
  const dressed = dressResource(resource, tenant.profile.fhir.dress)
  return sendResource(
    c,
    faults.reduce((one, { kind }) => spoil(one, kind, tenant), dressed),
  )
}

/** FHIR R4 http history-instance, of Observations alone. */
function readVersions(c: Context<Env>, type: string, id: string): Response {
  const tenant = c.get('tenant')
  if (type !== 'Observation') return sendNoSuchType(c)
  if (!tenant.profile.fhir.hasHistory) {
    const issue = toIssue('error', 'not-supported', 'This server gives no earlier versions.')
    return sendProblem(c, 501, [issue])
  }
  const access = accessFor(c.get('token'), type, 'r')
  if (access === undefined) return sendForbidden(c, `reading ${type}`)
  const resource = tenant.store.read(type, id)
  if (resource?.resourceType !== 'Observation') return sendNoSuchId(c)
  if (!access.allows(resource)) return sendForbidden(c, 'this record')
  return sendResource(c, toHistory(resource))
}

function spoil(resource: Resource, kind: ContentFaultKind, tenant: Tenant): Resource {
  if (resource.resourceType !== 'Patient') return resource
  return patientFaults[kind]?.(resource, tenant) ?? resource
}
