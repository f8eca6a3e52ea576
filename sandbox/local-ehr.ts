import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

import { controlRoutes } from './control-routes.ts'
import type { Env } from './fhir-answer.ts'
import { fhirRoutes } from './fhir-routes.ts'
import { launchpadRoutes } from './launchpad-routes.ts'
import { profiles } from './profiles.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { smartStyle } from './smart-style.ts'
import { Tenants } from './tenants.ts'

export type LocalEhrOptions = {
  /** Port to listen on; 0 takes any free one. */
  port: number
  /**
   * Roots of the app with trailing slash, such as `http://localhost:5180/`. Registered as redirect URIs, by exact
   * string, are `<root>callback/` and `<root>callback/<tenant id>/`; CORS lets exactly these origins in.
   */
  appRoots: readonly string[]
  /** Hears of faults of the server itself, one line each. */
  log?: (line: string) => void
}

export type LocalEhr = {
  /** `http://localhost:<port>` */
  origin: string
  port: number
  close(): Promise<void>
}

/**
 * Starts the local EHR on this computer's loopback addresses only, with a tenant for every profile. Resolves when it
 * listens; rejects when the port is taken.
 */
export async function startLocalEhr(options: LocalEhrOptions): Promise<LocalEhr> {
  const log = options.log ?? (() => undefined)
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  // Listening comes first: issuers and FHIR bases contain the port.
  const servers = await listen(options.port, (request, response) => handle(request, response))
  const port = portOf(servers[0])
  const origin = `http://localhost:${port}`
  try {
    const tenants = new Tenants({ origin, appRoots: options.appRoots, log })
    for (const { name } of Object.values(profiles)) await tenants.add(name, name)
    handle = toHandler(tenants, port, log)
  } catch (error) {
    await Promise.all(servers.map(closeServer))
    throw error
  }
  let closing: Promise<void> | undefined
  const close = () => (closing ??= Promise.all(servers.map(closeServer)).then(() => undefined))
  return { origin, port, close }
}

function toHandler(
  tenants: Tenants,
  port: number,
  log: (line: string) => void,
): (request: IncomingMessage, response: ServerResponse) => void {
  const app = getRequestListener(toApp(tenants, log).fetch, { overrideGlobalObjects: false })
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`))
  return (request, response) => {
    // A name that only resolves to this computer belongs to somebody else (DNS rebinding).
    if (!hosts.has(request.headers.host ?? '')) {
      response.writeHead(421).end()
      return
    }
    const { url = '/' } = request
    const [, id = ''] = /^\/([^/?]*)/.exec(url) ?? []
    const tenant = tenants.get(id)
    tenant?.log.add(request, response)
    const issuerPath = `/${id}/oauth2`
    const asked = toIssuerUrl(url, id)
    if (tenant?.authorizationServer !== undefined && asked.startsWith(`${issuerPath}/`)) {
      // oidc-provider finds its own address from both.
      Object.assign(request, { originalUrl: asked, url: asked.slice(issuerPath.length) })
      tenant.authorizationServer.handle(request, response)
      return
    }
    void app(request, response)
  }
}

/** openid-configuration has other addresses too: behind the FHIR base, as at Epic, and behind an issuer's ending. */
function toIssuerUrl(url: string, id: string): string {
  const document = '.well-known/openid-configuration'
  const others = [`/${id}/api/FHIR/R4/${document}`, `/${id}/oauth2/token/${document}`]
  return others.includes(url) ? `/${id}/oauth2/${document}` : url
}

function toApp(tenants: Tenants, log: (line: string) => void): Hono<Env> {
  const app = new Hono<Env>()
  app.route('/', launchpadRoutes(tenants))
  app.route('/_control', controlRoutes(tenants))
  app.use('/:tenant/*', async (c, next) => {
    const tenant = tenants.get(c.req.param('tenant'))
    if (tenant === undefined) return c.notFound()
    c.set('tenant', tenant)
    return next()
  })
  app.route('/:tenant/api/FHIR/R4', fhirRoutes())
  app.route('/:tenant/sign-in', signInRoutes())
  app.get('/:tenant/smart-style.json', (c) => {
    const origin = c.req.header('Origin') ?? ''
    if (c.get('tenant').allowsOrigin(origin)) c.header('Access-Control-Allow-Origin', origin)
    return c.json(smartStyle)
  })
  app.onError((error, c) => {
    log(error.stack ?? error.message)
    return c.text('The local EHR made a mistake. See its log.', 500)
  })
  return app
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Listens on both loopback addresses; on IPv4 alone where the computer has no IPv6. */
async function listen(port: number, handler: Handler): Promise<Server[]> {
  const first = await listenOn('127.0.0.1', port, handler)
  try {
    return [first, await listenOn('::1', portOf(first), handler)]
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      if (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL') return [first]
      // A free port on one address may be taken on the other; then try for another pair.
      await closeServer(first)
      if (error.code === 'EADDRINUSE' && port === 0) return listen(0, handler)
    }
    throw error
  }
}

function listenOn(host: string, port: number, handler: Handler): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler)
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}

function portOf(server: Server | undefined): number {
  const address = server?.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
