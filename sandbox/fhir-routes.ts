import { Hono } from 'hono'
import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

import { toCapabilityStatement, toSmartConfiguration } from './discovery-document.ts'
import { accessFor, findToken } from './fhir-access.ts'
import { sendForbidden, sendHtmlNotFound, sendResource, sendUnauthorized } from './fhir-answer.ts'
import type { Env } from './fhir-answer.ts'
import { contentFaultsFor } from './fhir-bundle.ts'
import { applyFhirFaults, hang } from './fhir-fault-middleware.ts'
import { searchType } from './fhir-search-route.ts'
import { epicNotFound, toIssue, toOutcome } from './outcomes.ts'

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
      : sendUnknown(c)
  })
  routes.post('/:type/_search', async (c) => {
    const type = c.req.param('type')
    const form = new URLSearchParams(await c.req.text())
    const query = new URLSearchParams([...new URL(c.req.url).searchParams, ...form])
    return readable.has(type) ? searchType(c, type, query) : sendUnknown(c)
  })
  routes.get('/:type/:id', (c) => read(c, c.req.param('type'), c.req.param('id')))
  routes.all('*', sendUnknown)
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
  return c.json(toSmartConfiguration(tenant), 200, { 'Cache-Control': 'no-store' })
}

function sendUnknown(c: Context<Env>): Response {
  if (c.get('tenant').profile.fhir.unknownType === 'html') return sendHtmlNotFound()
  const issue = toIssue('error', 'not-supported', 'This server has no such resource.')
  return sendResource(c, toOutcome(issue), 404)
}

function read(c: Context<Env>, type: string, id: string): Response {
  if (!readable.has(type)) return sendUnknown(c)
  const tenant = c.get('tenant')
  const access = accessFor(c.get('token'), type, 'r')
  if (access === undefined) return sendForbidden(c, `reading ${type}`)
  const resource = tenant.store.read(type, id)
  if (resource === undefined) {
    const isEpic = tenant.profile.fhir.outcomes === 'epic'
    const issue = isEpic
      ? epicNotFound()
      : toIssue('error', 'not-found', 'There is no such resource.')
    return sendResource(c, toOutcome(issue), 404)
  }
  if (!access.allows(resource)) return sendForbidden(c, 'this record')
  const isOther = contentFaultsFor(tenant, type).some(({ kind }) => kind === 'other-patient-id')
  return sendResource(
    c,
    isOther && type === 'Patient' ? { ...resource, id: 'another-id' } : resource,
  )
}
